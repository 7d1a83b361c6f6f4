package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.StandardLifecycles.CHECKOUT;
import static dev.tradepost.domain.order.StandardLifecycles.DIRECT;
import static dev.tradepost.domain.order.StandardLifecycles.FULFILMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.LifecycleTable.Pair;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardLifecyclesTest {
  private static final LifecycleTable DIRECT_AS_ASKED =
      LifecycleTable.of(
          """
          PLACED      PAY               PLACED
          PLACED      START_FULFILMENT  PROCESSING
          PLACED      CANCEL            CANCELLED
          PROCESSING  SHIP              SHIPPED
          SHIPPED     DELIVER           DELIVERED
          """);

  private static final LifecycleTable CHECKOUT_AS_ASKED =
      LifecycleTable.of(
          """
          CREATED    CONFIRM  CONFIRMED
          CREATED    CANCEL   CANCELLED
          CONFIRMED  PAY      PAID
          CONFIRMED  CANCEL   CANCELLED
          PAID       SHIP     SHIPPED
          PAID       CANCEL   CANCELLED
          SHIPPED    DELIVER  DELIVERED
          """);

  private static final LifecycleTable FULFILMENT_AS_ASKED =
      LifecycleTable.of(
          """
          PENDING           RESERVE           PAYMENT_PENDING
          PENDING           CANCEL            CANCELLED
          PAYMENT_PENDING   PAY               CONFIRMED
          PAYMENT_PENDING   CANCEL            CANCELLED
          PAYMENT_PENDING   EXPIRE            CANCELLED
          CONFIRMED         START_FULFILMENT  PROCESSING
          CONFIRMED         CANCEL            CANCELLED
          PROCESSING        SHIP              SHIPPED
          PROCESSING        CANCEL            CANCELLED
          SHIPPED           DELIVER           DELIVERED
          DELIVERED         REQUEST_RETURN    RETURN_REQUESTED
          RETURN_REQUESTED  APPROVE_RETURN    RETURN_APPROVED
          RETURN_REQUESTED  REJECT_RETURN     RETURN_REJECTED
          RETURN_APPROVED   REFUND            REFUNDED
          RETURN_APPROVED   REJECT_RETURN     DELIVERED
          """);

  static Stream<Pair<String, OrderAction>> direct() {
    return LifecycleTable.pairs(DIRECT.table(), OrderAction.values());
  }

  @ParameterizedTest // A54, S0-11, S0-26, S0-27, S0-56, S2-44
  @MethodSource("direct")
  void direct_is_source_000(Pair<String, OrderAction> pair) {
    DIRECT_AS_ASKED.check(pair);
  }

  static Stream<Pair<String, OrderAction>> checkout() {
    return LifecycleTable.pairs(CHECKOUT.table(), OrderAction.values());
  }

  @ParameterizedTest // A54, S1-10, S1-16, S1-17, S2-44
  @MethodSource("checkout")
  void checkout_is_source_001(Pair<String, OrderAction> pair) {
    CHECKOUT_AS_ASKED.check(pair);
  }

  static Stream<Pair<String, OrderAction>> fulfilment() {
    return LifecycleTable.pairs(FULFILMENT.table(), OrderAction.values());
  }

  @ParameterizedTest // A54, S2-21..S2-34, S2-44
  @MethodSource("fulfilment")
  void fulfilment_is_source_002_and_leads_back_where_less_came_than_was_approved(
      Pair<String, OrderAction> pair) {
    FULFILMENT_AS_ASKED.check(pair);
  }

  @Test // S0-11, S0-22, S0-56
  void direct_has_the_states_of_source_000_and_starts_placed() {
    assertThat(DIRECT.table().initial()).isEqualTo("PLACED");
    assertThat(DIRECT.table().states())
        .containsExactlyInAnyOrder("PLACED", "PROCESSING", "SHIPPED", "DELIVERED", "CANCELLED");
    assertThat(DIRECT.paymentRequired()).isFalse();
  }

  @Test // S1-10
  void checkout_has_the_states_of_source_001_and_starts_created() {
    assertThat(CHECKOUT.table().initial()).isEqualTo("CREATED");
    assertThat(CHECKOUT.table().states())
        .containsExactlyInAnyOrder(
            "CREATED", "CONFIRMED", "PAID", "SHIPPED", "DELIVERED", "CANCELLED");
    assertThat(CHECKOUT.paymentRequired()).isTrue();
  }

  @Test // S2-21, T-17
  void fulfilment_has_the_states_of_source_002_and_starts_pending() {
    assertThat(FULFILMENT.table().initial()).isEqualTo("PENDING");
    assertThat(FULFILMENT.table().states())
        .containsExactlyInAnyOrder(
            "PENDING",
            "PAYMENT_PENDING",
            "CONFIRMED",
            "PROCESSING",
            "SHIPPED",
            "DELIVERED",
            "CANCELLED",
            "RETURN_REQUESTED",
            "RETURN_APPROVED",
            "RETURN_REJECTED",
            "REFUNDED");
    assertThat(FULFILMENT.paymentRequired()).isTrue();
  }

  @Test
  void the_three_are_known_by_their_names() {
    assertThat(StandardLifecycles.all())
        .extracting(OrderLifecycle::name)
        .containsExactly("direct", "checkout", "fulfilment");
  }
}
