package dev.tradepost.http.promotion;

import dev.tradepost.application.promotion.CreatePromotion;
import dev.tradepost.domain.promotion.Conditions;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.http.shared.HttpReason;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A request to make a promotion with one of its three kinds of discount. The domain bounds {@code
 * buyX} and {@code getY}: a rule on the latter would be told of a property named y as well.
 */
record PromotionRequest(
    @NotNull @Pattern(regexp = "[A-Z0-9_-]{1,32}") String code,
    BigDecimal percentOff,
    BigDecimal amountOff,
    Integer buyX,
    Integer getY,
    BigDecimal minimumAmount,
    @Size(min = 3, max = 3) String currency,
    @Min(1) Integer usageLimit,
    @Min(1) Integer perUserLimit,
    Instant startsAt,
    Instant endsAt) {

  CreatePromotion command(Currency standard) {
    Currency of = currency == null ? standard : at("currency", () -> Money.currency(currency));
    if (currency != null && amountOff == null && minimumAmount == null) {
      throw new Rejection(
              HttpReason.INVALID_REQUEST, "a currency is only sent with amountOff or minimumAmount")
          .at("currency");
    }
    return new CreatePromotion(
        new PromotionCode(code),
        discount(of),
        new Conditions(
            Optional.ofNullable(usageLimit),
            Optional.ofNullable(perUserLimit),
            Optional.ofNullable(minimumAmount)
                .map(amount -> at("minimumAmount", () -> Money.of(amount, of))),
            Optional.ofNullable(startsAt),
            Optional.ofNullable(endsAt)));
  }

  private Discount discount(Currency of) {
    boolean pieces = buyX != null || getY != null;
    long kinds = Stream.of(percentOff != null, amountOff != null, pieces).filter(it -> it).count();
    if (kinds != 1) {
      throw new Rejection(
              HttpReason.INVALID_REQUEST, "send one of percentOff, amountOff, or buyX with getY")
          .at(kinds == 0 || percentOff != null ? "percentOff" : "amountOff");
    }
    if (percentOff != null) {
      return new Discount.PercentOff(percentOff);
    }
    if (amountOff != null) {
      return new Discount.AmountOff(at("amountOff", () -> Money.of(amountOff, of)));
    }
    if (buyX == null || getY == null) {
      throw new Rejection(HttpReason.INVALID_REQUEST, "buyX and getY belong together")
          .at(buyX == null ? "buyX" : "getY");
    }
    return new Discount.BuyGet(buyX, getY);
  }

  private static <T> T at(String field, Supplier<T> read) {
    try {
      return read.get();
    } catch (Rejection rejection) {
      throw rejection.at(field);
    }
  }
}
