package dev.tradepost.domain.shared;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.trade.TradeId;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.EntryId;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAndIdsTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  @ParameterizedTest
  @ValueSource(strings = {"Laptop", "L", "Ünïcode 電腦 💻", " padded "})
  void readable_text_passes_as_it_is(String text) {
    assertThat(Text.require("name", text, 200)).isSameAs(text);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n"})
  void missing_text_is_refused_and_pinned_to_its_field(String text) {
    Rejection refusal = refusalOf(() -> Text.require("name", text, 200));
    assertThat(refusal.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(refusal.detail()).isEqualTo("name is required");
    assertThat(refusal.field()).contains("name");
  }

  @ParameterizedTest // A10
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\tb", "a\u001bb", "a\u007fb", "a\u0085b", "123456"})
  void control_characters_and_too_many_characters_are_refused(String text) {
    Rejection refusal = refusalOf(() -> Text.require("sku", text, 5));
    assertThat(refusal.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(refusal.field()).contains("sku");
    assertThat(refusal.detail()).contains("at most 5 characters and no control characters");
  }

  @Test
  void text_of_exactly_the_greatest_length_passes() {
    assertThat(Text.require("sku", "12345", 5)).isEqualTo("12345");
  }

  static Stream<Function<String, Record>> chosen_ids() {
    return Stream.of(ProductId::new, UserId::new, WarehouseId::new);
  }

  @ParameterizedTest // S0-08
  @MethodSource("chosen_ids")
  void a_chosen_id_may_be_a_uuid_or_a_short_name(Function<String, Record> id) {
    assertThat(id.apply("p1")).hasToString("p1");
    assertThat(id.apply("Az09._:@-")).hasToString("Az09._:@-");
    assertThat(id.apply(ONE.toString())).hasToString(ONE.toString());
    assertThat(id.apply("x".repeat(64))).hasToString("x".repeat(64));
    assertThat(id.apply("p1")).isEqualTo(id.apply("p1")).isNotEqualTo(id.apply("P1"));
  }

  @ParameterizedTest // A10
  @MethodSource("chosen_ids")
  void an_id_with_other_characters_or_none_is_refused(Function<String, Record> id) {
    Stream.of(null, "", " ", "a b", "a/b", "a\u0000", "p1\n", "ü", "x".repeat(65))
        .forEach(
            text ->
                assertThat(reasonOf(() -> id.apply(text)))
                    .as("id '%s'", text)
                    .isEqualTo(SharedReason.UNREADABLE_TEXT));
  }

  @Test
  void the_refusal_of_an_id_names_its_field() {
    assertThat(refusalOf(() -> new ProductId("")).field()).contains("productId");
    assertThat(refusalOf(() -> new UserId("")).field()).contains("userId");
    assertThat(refusalOf(() -> new WarehouseId("")).field()).contains("warehouseId");
  }

  static Stream<Function<UUID, Record>> made_ids() {
    return Stream.of(
        OrderId::new,
        PaymentId::new,
        RefundId::new,
        ShipmentId::new,
        ReturnId::new,
        WalletId::new,
        HoldId::new,
        EntryId::new,
        ApprovalId::new,
        BankTransferId::new,
        TradeId::new);
  }

  @ParameterizedTest // S0-10
  @MethodSource("made_ids")
  void a_made_id_is_a_uuid(Function<UUID, Record> id) {
    assertThat(id.apply(ONE)).hasToString(ONE.toString()).isEqualTo(id.apply(new UUID(0, 1)));
    assertThatNullPointerException().isThrownBy(() -> id.apply(null));
  }

  @Test
  void ids_have_an_order_so_that_locks_can_be_taken_in_it() {
    assertThat(new OrderId(ONE)).isLessThan(new OrderId(TWO));
    assertThat(new PaymentId(ONE)).isLessThan(new PaymentId(TWO));
    assertThat(new RefundId(ONE)).isLessThan(new RefundId(TWO));
    assertThat(new ShipmentId(ONE)).isLessThan(new ShipmentId(TWO));
    assertThat(new ReturnId(ONE)).isLessThan(new ReturnId(TWO));
    assertThat(new WalletId(ONE)).isLessThan(new WalletId(TWO));
    assertThat(new HoldId(ONE)).isLessThan(new HoldId(TWO));
    assertThat(new EntryId(ONE)).isLessThan(new EntryId(TWO));
    assertThat(new ApprovalId(ONE)).isLessThan(new ApprovalId(TWO));
    assertThat(new BankTransferId(ONE)).isLessThan(new BankTransferId(TWO));
    assertThat(new TradeId(ONE)).isLessThan(new TradeId(TWO));
    assertThat(new ProductId("p1")).isLessThan(new ProductId("p2"));
    assertThat(new UserId("alice")).isLessThan(new UserId("bob"));
    assertThat(new WarehouseId("east")).isLessThan(new WarehouseId("west"));
  }

  @Test // S0-18, S0-35, T-09
  void a_quantity_is_at_least_one() {
    assertThat(Quantities.requirePositive(1)).isEqualTo(1);
    assertThat(Quantities.requirePositive(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    Stream.of(0, -1, Integer.MIN_VALUE)
        .forEach(
            quantity ->
                assertThat(reasonOf(() -> Quantities.requirePositive(quantity)))
                    .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE));
  }

  @Test
  void a_refusal_is_an_answer_and_carries_no_stack_trace() {
    Rejection refusal = new Rejection(SharedReason.INSUFFICIENT_STOCK, "3 are available");
    assertThat(refusal.getStackTrace()).isEmpty();
    assertThat(refusal.field()).isEmpty();
    Rejection pinned = refusal.at("items[1].quantity");
    assertThat(pinned.field()).contains("items[1].quantity");
    assertThat(pinned.reason()).isEqualTo(SharedReason.INSUFFICIENT_STOCK);
    assertThat(pinned.detail()).isEqualTo("3 are available");
    assertThatNullPointerException().isThrownBy(() -> new Rejection(null, "because"));
  }
}
