package dev.tradepost.persistence.wallet;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.HoldStore;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.HoldStatus;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Holds. */
public final class JdbiHolds extends JdbiStore<HoldId, Hold> implements HoldStore {

  public JdbiHolds(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected HoldId idOf(Hold hold) {
    return hold.id();
  }

  @Override
  protected Collection<Hold> fetch(Collection<HoldId> ids, boolean lock) {
    String sql = "SELECT * FROM holds WHERE id = ANY (:ids) ORDER BY id";
    return handle()
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("ids", UUID.class, ids.stream().map(HoldId::value).toList())
        .map(HoldRows::hold)
        .list();
  }

  @Override
  public List<Hold> getOpenOf(WalletId wallet) {
    String sql =
        """
        SELECT * FROM holds WHERE wallet_id = :wallet AND status = 'OPEN'
        ORDER BY id FOR UPDATE""";
    hold(handle().createQuery(sql).bind("wallet", wallet.value()).map(HoldRows::hold).list());
    return held().stream()
        .filter(it -> it.walletId().equals(wallet) && it.status() == HoldStatus.OPEN)
        .toList();
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO holds
          (id, wallet_id, user_id, currency, amount_minor, captured_minor, purpose, status,
           expires_at, created_at, version)
        VALUES (:id, :wallet, :user, :currency, :amount, :captured, :purpose, :status,
           :expires, :created, :version)""",
        (batch, hold) -> {
          bindState(batch, hold);
          batch
              .bind("wallet", hold.walletId().value())
              .bind("user", hold.userId().value())
              .bind("currency", hold.amount().currency().getCurrencyCode())
              .bind("amount", hold.amount().minor())
              .bind("purpose", hold.purpose())
              .bind("expires", timestamp(hold.expiresAt()))
              .bind("created", timestamp(hold.createdAt()));
        });
    updateOld(
        """
        UPDATE holds SET captured_minor = :captured, status = :status, version = :version
        WHERE id = :id AND version = :before""",
        JdbiHolds::bindState);
  }

  private static void bindState(Batch batch, Hold hold) {
    batch
        .bind("id", hold.id().value())
        .bind("captured", hold.captured().minor())
        .bind("status", hold.status().name())
        .bind("version", hold.version());
  }
}
