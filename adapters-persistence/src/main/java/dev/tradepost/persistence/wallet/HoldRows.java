package dev.tradepost.persistence.wallet;

import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.HoldStatus;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads holds. */
final class HoldRows {

  private HoldRows() {}

  static Hold hold(ResultSet row, StatementContext context) throws SQLException {
    Currency currency = Columns.currency(row);
    return new Hold(
        new HoldId(Columns.uuid(row, "id")),
        new WalletId(Columns.uuid(row, "wallet_id")),
        new UserId(row.getString("user_id")),
        Columns.money(row, "amount_minor", currency),
        Columns.money(row, "captured_minor", currency),
        row.getString("purpose"),
        HoldStatus.valueOf(row.getString("status")),
        Columns.optionalInstant(row, "expires_at"),
        Columns.instant(row, "created_at"),
        row.getLong("version"));
  }
}
