package dev.tradepost.persistence.promotion;

import dev.tradepost.domain.promotion.Conditions;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.promotion.UserUses;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of promotions and of their users' uses. */
final class PromotionRows {

  private PromotionRows() {}

  static Promotion promotion(ResultSet row, StatementContext context) throws SQLException {
    return new Promotion(
        new PromotionCode(row.getString("code")),
        discount(row),
        new Conditions(
            Optional.ofNullable(row.getObject("usage_limit", Integer.class)),
            Optional.ofNullable(row.getObject("per_user_limit", Integer.class)),
            money(row, "minimum_minor"),
            Columns.optionalInstant(row, "starts_at"),
            Columns.optionalInstant(row, "ends_at")),
        row.getInt("used"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  private static Discount discount(ResultSet row) throws SQLException {
    BigDecimal percent = row.getBigDecimal("percent_off");
    if (percent != null) {
      return new Discount.PercentOff(percent);
    }
    Optional<Money> amount = money(row, "amount_off_minor");
    return amount.isPresent()
        ? new Discount.AmountOff(amount.get())
        : new Discount.BuyGet(row.getInt("buy_x"), row.getInt("get_y"));
  }

  private static Optional<Money> money(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class) == null
        ? Optional.empty()
        : Optional.of(Columns.money(row, column, Columns.currency(row)));
  }

  static UserUses uses(ResultSet row, StatementContext context) throws SQLException {
    return new UserUses(
        new UserUses.Id(
            new PromotionCode(row.getString("code")), new UserId(row.getString("user_id"))),
        row.getInt("used"),
        row.getLong("version"));
  }
}
