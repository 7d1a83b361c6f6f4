package dev.tradepost.persistence.wallet;

import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.BankAnswer;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.BankTransferStatus;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads deposits and withdrawals. */
final class BankTransferRows {

  private BankTransferRows() {}

  static List<BankTransfer> read(Handle handle, List<UUID> ids, boolean lock) {
    String sql = "SELECT * FROM bank_transfers WHERE id = ANY (:ids) ORDER BY id";
    return handle
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("ids", UUID.class, ids)
        .map((row, context) -> transfer(row))
        .list();
  }

  private static BankTransfer transfer(ResultSet row) throws SQLException {
    return new BankTransfer(
        new BankTransferId(Columns.uuid(row, "id")),
        BankTransfer.Direction.valueOf(row.getString("direction")),
        new WalletId(Columns.uuid(row, "wallet_id")),
        new UserId(row.getString("user_id")),
        Columns.money(row, "amount_minor", Columns.currency(row)),
        row.getString("bank_account"),
        Optional.ofNullable(Columns.uuid(row, "hold_id")).map(HoldId::new),
        BankTransferStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        row.getInt("look_ups"),
        Columns.text(row, "last_answer").map(BankAnswer::valueOf),
        Columns.optionalInstant(row, "due_at"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }
}
