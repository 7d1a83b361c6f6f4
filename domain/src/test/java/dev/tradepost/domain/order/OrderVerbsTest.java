package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderFixture.anOrderIn;
import static dev.tradepost.domain.order.OrderFixture.later;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb of an order in every state of every lifecycle that ships with the house. */
class OrderVerbsTest {
  private static final Stamp LATER = later(Duration.ofMinutes(5));

  private static final Map<OrderAction, Function<Order, Change<Order>>> VERBS =
      Map.of(
          OrderAction.CONFIRM, order -> order.confirm(LATER),
          OrderAction.PAY, order -> order.pay(LATER),
          OrderAction.START_FULFILMENT, order -> order.startFulfilment(LATER),
          OrderAction.SHIP, order -> order.ship(LATER),
          OrderAction.DELIVER, order -> order.deliver(LATER),
          OrderAction.CANCEL, order -> order.cancel("Changed my mind", Optional.empty(), LATER));

  /** What each verb should do: where, which verb, then the state after each of its steps. */
  private static final Map<String, List<String>> EXPECTED =
      """
      direct:PLACED PAY PLACED
      direct:PLACED START_FULFILMENT PROCESSING
      direct:PLACED SHIP PROCESSING SHIPPED
      direct:PLACED CANCEL CANCELLED
      direct:PROCESSING SHIP SHIPPED
      direct:SHIPPED DELIVER DELIVERED
      checkout:CREATED CONFIRM CONFIRMED
      checkout:CREATED PAY CONFIRMED PAID
      checkout:CREATED CANCEL CANCELLED
      checkout:CONFIRMED PAY PAID
      checkout:CONFIRMED CANCEL CANCELLED
      checkout:PAID SHIP SHIPPED
      checkout:PAID CANCEL CANCELLED
      checkout:SHIPPED DELIVER DELIVERED
      fulfilment:PENDING CANCEL CANCELLED
      fulfilment:PAYMENT_PENDING PAY CONFIRMED
      fulfilment:PAYMENT_PENDING CANCEL CANCELLED
      fulfilment:CONFIRMED START_FULFILMENT PROCESSING
      fulfilment:CONFIRMED SHIP PROCESSING SHIPPED
      fulfilment:CONFIRMED CANCEL CANCELLED
      fulfilment:PROCESSING SHIP SHIPPED
      fulfilment:PROCESSING CANCEL CANCELLED
      fulfilment:SHIPPED DELIVER DELIVERED
      """
          .lines()
          .map(line -> Arrays.asList(line.split(" ")))
          .collect(
              toMap(
                  words -> words.get(0) + " " + words.get(1),
                  words -> words.subList(2, words.size())));

  record Case(OrderLifecycle lifecycle, String state, OrderAction action) {
    List<String> path() {
      return EXPECTED.getOrDefault(this.toString(), List.of());
    }

    @Override
    public String toString() {
      return lifecycle.name() + ":" + state + " " + action;
    }
  }

  private static Stream<Case> every_case() {
    return StandardLifecycles.all().stream()
        .flatMap(
            lifecycle ->
                lifecycle.table().states().stream()
                    .flatMap(
                        state ->
                            VERBS.keySet().stream()
                                .map(action -> new Case(lifecycle, state, action))));
  }

  static Stream<Case> legal() {
    return every_case().filter(it -> !it.path().isEmpty());
  }

  @ParameterizedTest // A54, S0-05, S0-27, S0-28, S0-56, S0-63, S1-15, S2-44, S2-48
  @MethodSource("legal")
  void a_legal_verb_moves_the_order_and_records_each_step(Case it) {
    Order before = anOrderIn(it.lifecycle(), it.state());
    Change<Order> change = VERBS.get(it.action()).apply(before);
    Order after = change.state();
    List<OrderEvent.StateChanged> steps = stateChanges(change.events());
    List<String> trail = new ArrayList<>(List.of(it.state()));
    trail.addAll(it.path());
    assertThat(steps).extracting(OrderEvent.StateChanged::toState).isEqualTo(it.path());
    assertThat(steps)
        .extracting(OrderEvent.StateChanged::fromState)
        .isEqualTo(trail.subList(0, trail.size() - 1));
    assertThat(steps.get(steps.size() - 1).action()).isEqualTo(it.action());
    assertThat(steps).allSatisfy(step -> assertThat(step.orderId()).isEqualTo(before.id()));
    assertThat(after.status()).isEqualTo(trail.get(trail.size() - 1));
    assertThat(after.version()).isEqualTo(before.version() + change.events().size());
    assertThat(after.updatedAt()).isEqualTo(LATER.at());
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("status", "moneyState", "updatedAt", "version")
        .isEqualTo(before);
  }

  @ParameterizedTest // S1-16, S2-37
  @MethodSource("legal")
  void money_moves_when_the_order_is_paid_and_by_no_other_verb(Case it) {
    Order before = anOrderIn(it.lifecycle(), it.state());
    Change<Order> change = VERBS.get(it.action()).apply(before);
    List<DomainEvent> others = new ArrayList<>(change.events());
    others.removeAll(stateChanges(change.events()));
    if (it.action() == OrderAction.PAY) {
      assertThat(others).containsExactly(new OrderEvent.MoneyMoved(before.id(), MoneyState.PAID));
      assertThat(change.state().moneyState()).isEqualTo(MoneyState.PAID);
    } else {
      assertThat(others).isEmpty();
      assertThat(change.state().moneyState()).isEqualTo(MoneyState.PENDING);
    }
  }

  static Stream<Case> illegal() {
    return every_case().filter(it -> it.path().isEmpty());
  }

  @ParameterizedTest // A54, S0-26, S0-37, S1-16, S1-17, S2-44, T-12
  @MethodSource("illegal")
  void an_illegal_verb_is_refused_and_the_refusal_lists_what_is_allowed(Case it) {
    Order order = anOrderIn(it.lifecycle(), it.state());
    Rejection refusal = refusalOf(() -> VERBS.get(it.action()).apply(order));
    assertThat(refusal.reason()).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(refusal.detail())
        .startsWith(it.action() + " is not allowed in state " + it.state() + " (");
    List<String> direct =
        EXPECTED.entrySet().stream()
            .filter(
                edge -> edge.getKey().startsWith(it.lifecycle().name() + ":" + it.state() + " "))
            .filter(edge -> edge.getValue().size() == 1)
            .map(edge -> edge.getKey().split(" ")[1])
            .toList();
    assertThat(direct).allSatisfy(action -> assertThat(refusal.detail()).contains(action));
  }

  @ParameterizedTest // S2-44
  @MethodSource("every_case")
  void the_allowed_actions_are_exactly_the_verbs_that_work(Case it) {
    Order order = anOrderIn(it.lifecycle(), it.state());
    assertThat(order.allowedActions().contains(it.action())).isEqualTo(!it.path().isEmpty());
    assertThat(VERBS.keySet()).containsAll(order.allowedActions());
  }

  private static List<OrderEvent.StateChanged> stateChanges(List<DomainEvent> events) {
    return events.stream()
        .filter(OrderEvent.StateChanged.class::isInstance)
        .map(OrderEvent.StateChanged.class::cast)
        .toList();
  }
}
