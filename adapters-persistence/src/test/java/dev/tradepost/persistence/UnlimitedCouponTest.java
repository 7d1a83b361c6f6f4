package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.promotion.CreatePromotion;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.promotion.Conditions;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.persistence.shared.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A coupon for everybody must not be a row that everybody waits for. */
class UnlimitedCouponTest {
  @TempDir private Path directory;

  @ParameterizedTest // S0-58, S0-59
  @EnumSource
  void orders_do_not_wait_for_whoever_holds_the_row_of_their_coupon(Engine engine) {
    try (Database database = Database.open(engine.create(directory, 3))) {
      OneShop shop = OneShop.over(database.jdbi(), database.dialect());
      shop.furnish(1);
      Discount tenPercent = new Discount.PercentOff(BigDecimal.TEN);
      PromotionCode code = new PromotionCode("TEN");
      shop.execute(OneShop.CLERK, new CreatePromotion(code, tenPercent, Conditions.NONE));
      PlaceOrder ordering =
          new PlaceOrder(
              Optional.empty(),
              OneShop.ordering(1).items(),
              Optional.empty(),
              new Terms(Optional.empty(), Optional.empty(), Optional.of("TEN")));

      // Opened apart: within a transaction of Jdbi's own this thread would share its connection.
      try (Handle holder = database.jdbi().open()) {
        holder.begin();
        holder.select("SELECT * FROM promotions FOR UPDATE").mapToMap().list();
        Order order = shop.execute(OneShop.ALICE, ordering).order();
        assertThat(order.amounts().discount().isPositive()).isTrue();
        shop.execute(
            OneShop.ALICE, new CancelOrder(order.id(), Optional.empty(), OptionalLong.empty()));
        holder.rollback();
      }
    }
  }
}
