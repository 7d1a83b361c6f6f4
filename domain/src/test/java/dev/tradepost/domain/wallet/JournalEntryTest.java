package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.wallet.WalletFixture.ALICES;
import static dev.tradepost.domain.wallet.WalletFixture.BOBS;
import static dev.tradepost.domain.wallet.WalletFixture.NOON;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.bob;
import static dev.tradepost.domain.wallet.WalletFixture.eur;
import static dev.tradepost.domain.wallet.WalletFixture.transfer;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalEntryTest {
  private static final EntryId ID = new EntryId(new UUID(7, 1));
  private static final Posting IN = house(Account.Kind.CASH_IN, usd("-5"));
  private static final Posting OUT = house(Account.Kind.CASH_OUT, usd("5"));

  @Test // S3-51, S3-58
  void an_entry_sums_to_zero_in_every_currency() {
    assertThat(entry(IN, OUT).postings()).containsExactly(IN, OUT);
    Posting euros = house(Account.Kind.FX, eur("-4"));
    assertThatIllegalArgumentException().isThrownBy(() -> entry(IN, OUT, euros));
    assertThatIllegalArgumentException().isThrownBy(() -> entry(IN, euros));
    assertThat(entry(IN, OUT, euros, house(Account.Kind.CASH_IN, eur("4"))).postings()).hasSize(4);
  }

  @Test // S3-58
  void an_entry_that_is_one_minor_unit_off_cannot_be_written_down() {
    Posting almost = house(Account.Kind.CASH_OUT, usd("4.99"));
    assertThatIllegalArgumentException().isThrownBy(() -> entry(IN, almost));
  }

  @Test
  void an_entry_has_two_sides() {
    assertThatIllegalArgumentException().isThrownBy(() -> entry());
    assertThatIllegalArgumentException().isThrownBy(() -> entry(IN));
  }

  @Test
  void a_written_entry_does_not_change() {
    List<Posting> postings = new ArrayList<>(List.of(IN, OUT));
    JournalEntry entry = entry(postings);
    postings.clear();
    assertThat(entry.postings()).hasSize(2);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> entry.postings().clear());
  }

  @Test
  void an_entry_has_an_id_a_type_and_a_stamp() {
    List<Posting> both = List.of(IN, OUT);
    Optional<String> none = Optional.empty();
    Optional<UUID> alone = Optional.empty();
    assertThatNullPointerException()
        .isThrownBy(() -> new JournalEntry(null, EntryType.ADD, both, alone, none, none, NOON));
    assertThatNullPointerException()
        .isThrownBy(() -> new JournalEntry(ID, null, both, alone, none, none, NOON));
    assertThatNullPointerException()
        .isThrownBy(() -> new JournalEntry(ID, EntryType.ADD, both, alone, none, none, null));
  }

  @Test // S3-12, S3-35
  void an_entry_knows_the_posting_of_each_account() {
    JournalEntry entry = transfer(alice(usd("10")), bob(), usd("4")).entry();
    assertThat(entry.of(Account.of(ALICES)).map(Posting::amount)).contains(usd("-4"));
    assertThat(entry.of(Account.of(BOBS)).map(Posting::amount)).contains(usd("4"));
    assertThat(entry.of(Account.house(Account.Kind.CASH_IN))).isEmpty();
    assertThat(entry(IN, OUT).payer()).isEmpty();
    assertThat(entry(IN, OUT).payee()).isEmpty();
  }

  @Test
  void a_posting_moves_something() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> house(Account.Kind.CASH_IN, usd("0")))
        .withMessage("a posting moves something");
  }

  @Test // S3-13
  void postings_to_wallets_and_no_others_have_a_line() {
    Posting.Line line =
        new Posting.Line(new UUID(7, 2), 1, MovementType.CREDIT, usd("5"), NOON.at());
    Account wallet = Account.of(ALICES);
    assertThat(new Posting(wallet, usd("5"), Optional.of(line)).line()).contains(line);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Posting(wallet, usd("5"), Optional.empty()));
    Account house = Account.house(Account.Kind.CASH_OUT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Posting(house, usd("5"), Optional.of(line)));
  }

  @ParameterizedTest
  @EnumSource(Account.Kind.class)
  void wallets_and_escrows_have_owners_and_the_accounts_of_the_house_have_none(Account.Kind kind) {
    boolean many = kind == Account.Kind.WALLET || kind == Account.Kind.ESCROW;
    Optional<UUID> right = many ? Optional.of(new UUID(0, 1)) : Optional.empty();
    Optional<UUID> wrong = many ? Optional.empty() : Optional.of(new UUID(0, 1));
    assertThat(new Account(kind, right).owner()).isEqualTo(right);
    assertThatIllegalArgumentException().isThrownBy(() -> new Account(kind, wrong));
  }

  private static JournalEntry entry(Posting... postings) {
    return entry(List.of(postings));
  }

  private static JournalEntry entry(List<Posting> postings) {
    return new JournalEntry(
        ID, EntryType.ADD, postings, Optional.empty(), Optional.empty(), Optional.empty(), NOON);
  }

  private static Posting house(Account.Kind kind, Money gain) {
    return new Posting(Account.house(kind), gain, Optional.empty());
  }
}
