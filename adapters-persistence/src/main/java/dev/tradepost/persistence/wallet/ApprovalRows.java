package dev.tradepost.persistence.wallet;

import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.ApprovalStatus;
import dev.tradepost.domain.wallet.OneTimeCode;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads approvals. */
final class ApprovalRows {

  private ApprovalRows() {}

  static List<Approval> read(Handle handle, List<UUID> ids, boolean lock) {
    String sql = "SELECT * FROM approvals WHERE id = ANY (:ids) ORDER BY id";
    return handle
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("ids", UUID.class, ids)
        .map((row, context) -> approval(row))
        .list();
  }

  private static Approval approval(ResultSet row) throws SQLException {
    UUID salt = Columns.uuid(row, "code_salt");
    String hash = row.getString("code_hash");
    return new Approval(
        new ApprovalId(Columns.uuid(row, "id")),
        new UserId(row.getString("user_id")),
        new WalletId(Columns.uuid(row, "from_wallet")),
        new WalletId(Columns.uuid(row, "to_wallet")),
        Columns.money(row, "amount_minor", Columns.currency(row)),
        Columns.text(row, "category"),
        salt == null ? Optional.empty() : Optional.of(new OneTimeCode(salt, hash)),
        ApprovalStatus.valueOf(row.getString("status")),
        row.getInt("wrong_codes"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "expires_at"),
        row.getLong("version"));
  }
}
