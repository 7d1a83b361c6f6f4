package dev.tradepost.domain.promotion;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UserId ALICE = new UserId("alice");
  private static final Stamp STAMP = new Stamp(NOON, ALICE);
  private static final PromotionCode CODE = new PromotionCode("SPRING-10");
  private static final Discount TEN_PERCENT = new Discount.PercentOff(BigDecimal.TEN);
  private static final OrderId ORDER = new OrderId(new UUID(0, 1));

  private static Promotion promotion(Conditions conditions) {
    return Promotion.create(CODE, TEN_PERCENT, conditions, STAMP).state();
  }

  private static Conditions limits(Integer usage, Integer perUser) {
    return new Conditions(
        Optional.ofNullable(usage),
        Optional.ofNullable(perUser),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Conditions minimum(String dollars) {
    return new Conditions(
        Optional.empty(),
        Optional.empty(),
        Optional.of(Money.of(dollars, "USD")),
        Optional.empty(),
        Optional.empty());
  }

  private static Conditions dates(Instant start, Instant end) {
    return new Conditions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(start),
        Optional.ofNullable(end));
  }

  private static List<Discount.Line> goods(String dollars) {
    Money price = Money.of(dollars, "USD");
    return List.of(new Discount.Line(1, price, price));
  }

  @Test // S0-58, S1-27
  void a_promotion_begins_unused() {
    Change<Promotion> created = Promotion.create(CODE, TEN_PERCENT, Conditions.NONE, STAMP);
    assertThat(created.state().used()).isZero();
    assertThat(created.state().aggregateId()).isEqualTo("SPRING-10");
    assertThat(created.state().owner()).isEmpty();
    assertThat(created.events()).containsExactly(new PromotionEvent.Created(CODE, "10 % off"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "spring", "SPRING 10", "É", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456"})
  void what_is_no_code_is_refused(String text) {
    assertThat(reasonOf(() -> new PromotionCode(text))).isEqualTo(SharedReason.UNREADABLE_TEXT);
  }

  @Test
  void a_code_has_capitals_digits_and_dashes() {
    assertThat(new PromotionCode("ABCDEFGHIJKLMNOPQRSTUVWXYZ_-1234"))
        .hasToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ_-1234");
    assertThat(new PromotionCode("A")).isLessThan(new PromotionCode("B"));
  }

  @Test
  void it_is_valid_from_its_start_to_just_before_its_end() {
    Promotion day = promotion(dates(NOON, NOON.plusSeconds(60)));
    assertThat(reasonOf(() -> day.off(goods("10"), NOON.minusNanos(1_000))))
        .isEqualTo(PromotionReason.COUPON_NOT_VALID_NOW);
    assertThat(day.off(goods("10"), NOON)).containsExactly(Money.of("1", "USD"));
    assertThat(day.off(goods("10"), NOON.plusSeconds(59))).hasSize(1);
    assertThat(refusalOf(() -> day.off(goods("10"), NOON.plusSeconds(60))).detail())
        .isEqualTo("SPRING-10 is valid from 2026-03-01T12:00:00Z until 2026-03-01T12:01:00Z");
  }

  @Test
  void the_items_must_reach_the_minimum_before_the_discount() {
    Promotion promotion = promotion(minimum("10"));
    assertThat(reasonOf(() -> promotion.off(goods("9.99"), NOON)))
        .isEqualTo(PromotionReason.MINIMUM_NOT_REACHED);
    assertThat(promotion.off(goods("10"), NOON)).containsExactly(Money.of("1", "USD"));
  }

  @Test
  void a_coupon_that_takes_nothing_off_is_refused_and_not_used_up() {
    assertThat(reasonOf(() -> promotion(Conditions.NONE).off(goods("0.04"), NOON)))
        .isEqualTo(PromotionReason.MINIMUM_NOT_REACHED);
  }

  @Test
  void the_dates_come_before_the_minimum() {
    Promotion past = promotion(dates(null, NOON));
    assertThat(reasonOf(() -> past.off(goods("0.01"), NOON)))
        .isEqualTo(PromotionReason.COUPON_NOT_VALID_NOW);
  }

  @Test
  void uses_are_counted_up_to_the_limit_and_given_back() {
    Promotion once = promotion(limits(1, null));
    Change<Promotion> used = once.use(ORDER, STAMP);
    assertThat(used.events()).containsExactly(new PromotionEvent.Used(CODE, ORDER, 1));
    assertThat(used.state().used()).isOne();
    assertThat(used.state().version()).isEqualTo(2);
    assertThat(reasonOf(() -> used.state().use(ORDER, STAMP)))
        .isEqualTo(PromotionReason.COUPON_USED_UP);

    Change<Promotion> back = used.state().giveBack(ORDER, STAMP);
    assertThat(back.events()).containsExactly(new PromotionEvent.GivenBack(CODE, ORDER, 0));
    assertThat(back.state().use(ORDER, STAMP).state().used()).isOne();
    assertThatIllegalStateException().isThrownBy(() -> back.state().giveBack(ORDER, STAMP));
  }

  @Test
  void users_are_counted_apart() {
    Promotion twice = promotion(limits(null, 2));
    UserUses.Id id = new UserUses.Id(CODE, ALICE);
    UserUses two = twice.useBy(twice.useBy(UserUses.none(id), ORDER).state(), ORDER).state();
    assertThat(two).isEqualTo(new UserUses(id, 2, 2));
    assertThat(two.owner()).contains(ALICE);
    assertThat(two.aggregateId()).isEqualTo("SPRING-10:alice");
    assertThat(reasonOf(() -> twice.useBy(two, ORDER)))
        .isEqualTo(PromotionReason.COUPON_LIMIT_PER_USER);
    assertThat(twice.giveBackBy(two, ORDER).events())
        .containsExactly(new UserUsesEvent.Counted(CODE, ALICE, ORDER, 1));
    assertThatIllegalStateException().isThrownBy(() -> twice.giveBackBy(UserUses.none(id), ORDER));
  }

  @Test
  void what_is_not_limited_is_not_counted() {
    assertThat(promotion(Conditions.NONE).isCounted()).isFalse();
    assertThat(promotion(Conditions.NONE).countsUsers()).isFalse();
    assertThat(promotion(limits(1, null)).isCounted()).isTrue();
    assertThat(promotion(limits(null, 1)).countsUsers()).isTrue();
  }

  @Test
  void conditions_that_cannot_be_met_are_refused() {
    assertThat(refusalOf(() -> limits(0, null)).field()).contains("usageLimit");
    assertThat(refusalOf(() -> limits(null, 0)).field()).contains("perUserLimit");
    assertThat(refusalOf(() -> minimum("0")).field()).contains("minimumAmount");
    assertThat(refusalOf(() -> dates(NOON, NOON)).field()).contains("endsAt");
    assertThat(reasonOf(() -> dates(NOON, NOON))).isEqualTo(PromotionReason.PROMOTION_NOT_SOUND);
    Discount euros = new Discount.AmountOff(Money.of("1", "EUR"));
    assertThat(reasonOf(() -> Promotion.create(CODE, euros, minimum("5"), STAMP)))
        .isEqualTo(PromotionReason.PROMOTION_NOT_SOUND);
  }

  @Test
  void its_currency_is_that_of_its_amounts() {
    assertThat(promotion(Conditions.NONE).currency()).isEmpty();
    assertThat(promotion(minimum("5")).currency()).contains(Money.currency("USD"));
    Discount euros = new Discount.AmountOff(Money.of("1", "EUR"));
    assertThat(Promotion.create(CODE, euros, Conditions.NONE, STAMP).state().currency())
        .contains(Money.currency("EUR"));
  }
}
