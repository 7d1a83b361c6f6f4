package dev.tradepost.persistence.webhook;

import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryId;
import dev.tradepost.domain.webhook.DeliveryStatus;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.domain.webhook.WebhookSecret;
import dev.tradepost.domain.webhook.WebhookStatus;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads webhooks and deliveries. */
final class WebhookRows {

  private WebhookRows() {}

  static Webhook webhook(ResultSet row, StatementContext context) throws SQLException {
    List<WebhookSecret> secrets = new ArrayList<>();
    secrets.add(new WebhookSecret(row.getString("secret"), Optional.empty()));
    if (row.getString("old_secret") != null) {
      secrets.add(
          new WebhookSecret(
              row.getString("old_secret"), Columns.optionalInstant(row, "old_secret_until")));
    }
    String types = row.getString("types");
    return new Webhook(
        new WebhookId(Columns.uuid(row, "id")),
        new UserId(row.getString("user_id")),
        Columns.text(row, "about").map(UserId::new),
        row.getString("url"),
        types.isEmpty() ? Set.of() : Set.of(types.split(" ")),
        row.getLong("starts_after"),
        secrets,
        WebhookStatus.valueOf(row.getString("status")),
        Columns.text(row, "reason"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
    return new Delivery(
        new DeliveryId(Columns.uuid(row, "id")),
        new WebhookId(Columns.uuid(row, "webhook_id")),
        row.getLong("seq"),
        row.getString("aggregate_id"),
        DeliveryStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        Columns.optionalInstant(row, "due_at"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }
}
