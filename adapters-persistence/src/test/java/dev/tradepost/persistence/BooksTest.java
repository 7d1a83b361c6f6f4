package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.contract.Crowd;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only the tables show: movements explain the stock, events number the versions. */
class BooksTest {
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();

  @TempDir private Path directory;

  private static List<?> rows(Handle handle, String sql) {
    return handle.createQuery(sql).mapToMap().list();
  }

  @ParameterizedTest // I3, I6, A95, X-12
  @EnumSource
  void movements_and_events_explain_every_row(Engine engine) {
    try (Database database = Database.open(engine.create(directory, 4))) {
      OneShop shop = OneShop.over(database.jdbi(), database.dialect());
      shop.furnish(2);
      Crowd<OrderId> crowd =
          Crowd.atOnce(
              8,
              i -> {
                OrderId id = shop.paidOrder();
                shop.execute(OneShop.ALICE, OneShop.ordering(2));
                if (i % 2 == 0) {
                  shop.execute(OneShop.ALICE, new CancelOrder(id, Optional.empty(), ANY_VERSION));
                } else {
                  shop.execute(OneShop.CLERK, new ShipOrder(id, Optional.empty(), ANY_VERSION));
                }
                return id;
              });
      assertThat(crowd.done()).hasSize(8);
      database.jdbi().useHandle(BooksTest::assertBooksBalance);
    }
  }

  private static void assertBooksBalance(Handle handle) {
    assertThat(
            rows(
                handle,
                """
                SELECT s.product_id FROM stock s
                LEFT JOIN stock_movements m
                  ON m.product_id = s.product_id AND m.warehouse_id = s.warehouse_id
                GROUP BY s.product_id, s.warehouse_id, s.on_hand, s.reserved, s.version
                HAVING COALESCE(SUM(m.on_hand_delta), -1) <> s.on_hand
                  OR COALESCE(SUM(m.reserved_delta), -1) <> s.reserved
                  OR COUNT(*) <> s.version"""))
        .as("stock that its movements do not explain")
        .isEmpty();
    assertThat(
            rows(
                handle,
                """
                SELECT o.id FROM orders o
                LEFT JOIN outbox e ON e.aggregate_id = CAST(o.id AS varchar)
                  AND e.type LIKE 'order.%'
                GROUP BY o.id, o.version
                HAVING COUNT(*) <> o.version OR COALESCE(MIN(e.aggregate_version), 0) <> 1
                  OR COALESCE(MAX(e.aggregate_version), 0) <> o.version"""))
        .as("orders whose events do not number their versions")
        .isEmpty();
    assertThat(
            rows(
                handle,
                """
                SELECT type, aggregate_id, aggregate_version FROM outbox
                GROUP BY type, aggregate_id, aggregate_version HAVING COUNT(*) > 1"""))
        .as("events that were written twice")
        .isEmpty();
  }
}
