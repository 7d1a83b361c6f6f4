package dev.tradepost.persistence.shared;

import dev.tradepost.application.Once;
import dev.tradepost.application.port.AnswerStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Answers kept for idempotency keys; a twin that was faster shows as a unique violation. */
final class JdbiAnswers implements AnswerStore {
  private final Handle handle;
  private final Instant now;
  private final Map<Key, Kept> staged = new LinkedHashMap<>();

  JdbiAnswers(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  @Override
  public Optional<Kept> find(Once once) {
    Key own = Key.of(once);
    if (staged.containsKey(own)) {
      return Optional.of(staged.get(own));
    }
    String sql =
        """
        SELECT fingerprint, answer FROM idempotency_keys
        WHERE scope = :scope AND idempotency_key = :key""";
    return handle
        .createQuery(sql)
        .bind("scope", once.scope())
        .bind("key", once.key())
        .map((row, context) -> new Kept(row.getString("fingerprint"), row.getString("answer")))
        .findOne();
  }

  @Override
  public void keep(Once once, Kept answer) {
    staged.put(Key.of(once), answer);
  }

  @Override
  public int forgetBefore(Instant moment) {
    return handle
        .createUpdate("DELETE FROM idempotency_keys WHERE at < :moment")
        .bind("moment", Columns.timestamp(moment))
        .execute();
  }

  void flush() {
    if (staged.isEmpty()) {
      return;
    }
    String sql =
        """
        INSERT INTO idempotency_keys (scope, idempotency_key, fingerprint, answer, at)
        VALUES (:scope, :key, :fingerprint, :answer, :at)""";
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      staged.forEach(
          (key, kept) ->
              batch
                  .bind("scope", key.scope)
                  .bind("key", key.key)
                  .bind("fingerprint", kept.fingerprint())
                  .bind("answer", kept.text())
                  .bind("at", Columns.timestamp(now))
                  .add());
      batch.execute();
    }
  }

  private record Key(String scope, String key) {
    static Key of(Once once) {
      return new Key(once.scope(), once.key());
    }
  }
}
