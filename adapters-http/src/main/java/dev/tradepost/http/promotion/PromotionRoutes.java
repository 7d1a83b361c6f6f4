package dev.tradepost.http.promotion;

import dev.tradepost.application.promotion.CreatePromotion;
import dev.tradepost.application.promotion.PromotionViews;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Listing;
import dev.tradepost.http.shared.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** The staff make promotions and list them; whoever knows a code can see what it gives. */
public final class PromotionRoutes {
  private final Api api;
  private final PromotionViews views;
  private final Currency currency;

  private PromotionRoutes(Api api, PromotionViews views, Currency currency) {
    this.api = api;
    this.views = views;
    this.currency = currency;
  }

  /**
   * Puts the routes up.
   *
   * @param currency that of amounts without one
   */
  public static void install(Api api, PromotionViews views, Currency currency) {
    PromotionRoutes routes = new PromotionRoutes(api, views, currency);
    api.post("/promotions", routes::create);
    api.get("/promotions", routes::list, Api.PAGING);
    api.get("/promotions/{code}", routes::get);
  }

  /**
   * A promotion; of its three kinds of discount only one has values.
   *
   * @param used empty where uses are not counted
   */
  record PromotionResponse(
      PromotionCode code,
      Optional<BigDecimal> percentOff,
      Optional<Money> amountOff,
      Optional<Integer> buyX,
      Optional<Integer> getY,
      Optional<Money> minimumAmount,
      Optional<String> currency,
      Optional<Integer> usageLimit,
      Optional<Integer> perUserLimit,
      Optional<Integer> used,
      Optional<Instant> startsAt,
      Optional<Instant> endsAt,
      Instant createdAt,
      Instant updatedAt,
      long version) {

    static PromotionResponse of(Promotion promotion) {
      Discount discount = promotion.discount();
      Optional<Discount.BuyGet> pieces = only(Discount.BuyGet.class, discount);
      return new PromotionResponse(
          promotion.code(),
          only(Discount.PercentOff.class, discount).map(Discount.PercentOff::percent),
          only(Discount.AmountOff.class, discount).map(Discount.AmountOff::amount),
          pieces.map(Discount.BuyGet::buy),
          pieces.map(Discount.BuyGet::get),
          promotion.conditions().minimumAmount(),
          promotion.currency().map(Currency::getCurrencyCode),
          promotion.conditions().usageLimit(),
          promotion.conditions().perUserLimit(),
          promotion.isCounted() ? Optional.of(promotion.used()) : Optional.empty(),
          promotion.conditions().startsAt(),
          promotion.conditions().endsAt(),
          promotion.createdAt(),
          promotion.updatedAt(),
          promotion.version());
    }

    private static <T extends Discount> Optional<T> only(Class<T> kind, Discount discount) {
      return Optional.of(discount).filter(kind::isInstance).map(kind::cast);
    }
  }

  private Reply create(Call call) {
    CreatePromotion command = call.body(PromotionRequest.class).command(currency);
    return api.run(
        call,
        command,
        it -> Reply.created("/promotions/" + it.code(), it.version(), PromotionResponse.of(it)));
  }

  private Reply list(Call call) {
    call.requireStaff();
    var request = call.page();
    return Reply.ok(Listing.of(views.list(request), request, PromotionResponse::of));
  }

  private Reply get(Call call) {
    PromotionCode code = call.path("code", PromotionCode::new, PromotionViews::notFound);
    Promotion promotion = views.find(code).orElseThrow(PromotionViews::notFound);
    return Reply.ok(promotion.version(), PromotionResponse.of(promotion));
  }
}
