package dev.tradepost.persistence.promotion;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.promotion.UserUses;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How often users have used promotions. */
public final class JdbiUserUses extends JdbiStore<UserUses.Id, UserUses> {

  public JdbiUserUses(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected UserUses.Id idOf(UserUses uses) {
    return uses.id();
  }

  @Override
  protected Collection<UserUses> fetch(Collection<UserUses.Id> ids, boolean lock) {
    // Every code with every user: more than one of each are in bulk requests only.
    String sql =
        "SELECT * FROM promotion_users WHERE code = ANY (:codes) AND user_id = ANY (:users)"
            + " ORDER BY code, user_id";
    List<String> codes = ids.stream().map(id -> id.code().value()).distinct().toList();
    List<String> users = ids.stream().map(id -> id.user().value()).distinct().toList();
    return handle()
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("codes", String.class, codes)
        .bindArray("users", String.class, users)
        .map(PromotionRows::uses)
        .stream()
        .filter(uses -> ids.contains(uses.id()))
        .toList();
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO promotion_users (code, user_id, used, version)
        VALUES (:code, :user, :used, :version)""",
        JdbiUserUses::bind);
    updateOld(
        """
        UPDATE promotion_users SET used = :used, version = :version
        WHERE code = :code AND user_id = :user AND version = :before""",
        JdbiUserUses::bind);
  }

  private static void bind(Batch batch, UserUses uses) {
    batch
        .bind("code", uses.id().code().value())
        .bind("user", uses.id().user().value())
        .bind("used", uses.used())
        .bind("version", uses.version());
  }
}
