package dev.tradepost.persistence.shared;

import dev.tradepost.application.Once;
import dev.tradepost.application.port.AnswerStore;
import dev.tradepost.domain.shared.Stamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Answers kept for idempotency keys; a twin that was faster shows as a unique violation. */
final class JdbiAnswers implements AnswerStore, Staging {
  private final Handle handle;
  private final Immediate immediate;
  private final Supplier<Stamp> stamp;
  private final Pending<Row> staged = new Pending<>();
  private final Map<Key, Optional<Kept>> lookedUp = new HashMap<>();

  JdbiAnswers(Handle handle, Immediate immediate, Supplier<Stamp> stamp) {
    this.handle = handle;
    this.immediate = immediate;
    this.stamp = stamp;
  }

  @Override
  public void lookUp(Collection<Once> all) {
    if (all.isEmpty()) {
      return;
    }
    List<Key> keys = all.stream().map(Key::of).toList();
    keys.forEach(key -> lookedUp.put(key, Optional.empty()));
    String sql =
        """
        SELECT kept.scope, kept.idempotency_key, fingerprint, answer
        FROM UNNEST(:scopes, :keys) AS wanted (scope, idempotency_key)
        JOIN idempotency_keys kept
          ON kept.scope = wanted.scope AND kept.idempotency_key = wanted.idempotency_key""";
    handle
        .createQuery(sql)
        .bindArray("scopes", String.class, keys.stream().map(Key::scope).toList())
        .bindArray("keys", String.class, keys.stream().map(Key::key).toList())
        .map((row, context) -> lookedUp.put(Key.of(row), Optional.of(kept(row))))
        .list();
  }

  @Override
  public Optional<Kept> find(Once once) {
    Key own = Key.of(once);
    for (Row row : staged.all()) {
      if (row.key.equals(own)) {
        return Optional.of(row.kept);
      }
    }
    // The first time only: who asks again wants to know of a twin that has ended meanwhile.
    Optional<Kept> known = lookedUp.remove(own);
    return known != null ? known : read(own);
  }

  private Optional<Kept> read(Key key) {
    String sql =
        """
        SELECT fingerprint, answer FROM idempotency_keys
        WHERE scope = :scope AND idempotency_key = :key""";
    return handle
        .createQuery(sql)
        .bind("scope", key.scope)
        .bind("key", key.key)
        .map((row, context) -> kept(row))
        .findOne();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(row.getString("fingerprint"), row.getString("answer"));
  }

  @Override
  public void keep(Once once, Kept answer) {
    staged.add(new Row(Key.of(once), answer, stamp.get().at()));
  }

  @Override
  public int forgetBefore(Instant moment) {
    return immediate
        .handle()
        .createUpdate("DELETE FROM idempotency_keys WHERE at < :moment")
        .bind("moment", Columns.timestamp(moment))
        .execute();
  }

  @Override
  public void accept() {
    staged.accept();
  }

  @Override
  public void undo() {
    staged.undo();
  }

  void flush() {
    Batch.run(
        handle,
        """
        INSERT INTO idempotency_keys (scope, idempotency_key, fingerprint, answer, at)
        VALUES (:scope, :key, :fingerprint, :answer, :at)""",
        staged.all(),
        (batch, row) ->
            batch
                .bind("scope", row.key.scope)
                .bind("key", row.key.key)
                .bind("fingerprint", row.kept.fingerprint())
                .bind("answer", row.kept.text())
                .bind("at", Columns.timestamp(row.at)));
  }

  private record Row(Key key, Kept kept, Instant at) {}

  private record Key(String scope, String key) {
    static Key of(Once once) {
      return new Key(once.scope(), once.key());
    }

    static Key of(ResultSet row) throws SQLException {
      return new Key(row.getString("scope"), row.getString("idempotency_key"));
    }
  }
}
