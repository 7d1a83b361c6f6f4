package dev.tradepost.persistence.promotion;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.promotion.Conditions;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.Collection;
import java.util.Currency;
import org.jdbi.v3.core.Handle;

/** Promotions. */
public final class JdbiPromotions extends JdbiStore<PromotionCode, Promotion> {

  public JdbiPromotions(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected PromotionCode idOf(Promotion promotion) {
    return promotion.code();
  }

  @Override
  protected Collection<Promotion> fetch(Collection<PromotionCode> codes, boolean lock) {
    String sql = "SELECT * FROM promotions WHERE code = ANY (:codes) ORDER BY code";
    return handle()
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("codes", String.class, codes.stream().map(PromotionCode::value).toList())
        .map(PromotionRows::promotion)
        .list();
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO promotions
          (code, percent_off, amount_off_minor, buy_x, get_y, currency, usage_limit,
           per_user_limit, minimum_minor, starts_at, ends_at, used, created_at, updated_at, version)
        VALUES (:code, :percent, :amount, :buy, :get, :currency, :usageLimit,
           :perUserLimit, :minimum, :starts, :ends, :used, :created, :updated, :version)""",
        (batch, promotion) -> {
          bindUses(batch, promotion);
          bindDiscount(batch, promotion.discount());
          bindConditions(batch, promotion.conditions());
          batch
              .bind("currency", promotion.currency().map(Currency::getCurrencyCode).orElse(null))
              .bind("created", timestamp(promotion.createdAt()));
        });
    updateOld(
        """
        UPDATE promotions SET used = :used, updated_at = :updated, version = :version
        WHERE code = :code AND version = :before""",
        JdbiPromotions::bindUses);
  }

  private static void bindUses(Batch batch, Promotion promotion) {
    batch
        .bind("code", promotion.code().value())
        .bind("used", promotion.used())
        .bind("updated", timestamp(promotion.updatedAt()))
        .bind("version", promotion.version());
  }

  private static void bindDiscount(Batch batch, Discount discount) {
    Discount.BuyGet pieces = discount instanceof Discount.BuyGet it ? it : null;
    batch
        .bind("percent", discount instanceof Discount.PercentOff it ? it.percent() : null)
        .bind("amount", discount instanceof Discount.AmountOff it ? it.amount().minor() : null)
        .bind("buy", pieces == null ? null : pieces.buy())
        .bind("get", pieces == null ? null : pieces.get());
  }

  private static void bindConditions(Batch batch, Conditions conditions) {
    batch
        .bind("usageLimit", conditions.usageLimit().orElse(null))
        .bind("perUserLimit", conditions.perUserLimit().orElse(null))
        .bind("minimum", conditions.minimumAmount().map(Money::minor).orElse(null))
        .bind("starts", timestamp(conditions.startsAt()))
        .bind("ends", timestamp(conditions.endsAt()));
  }
}
