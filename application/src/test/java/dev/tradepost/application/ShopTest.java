package dev.tradepost.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.order.LifecycleDraft;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.domain.order.StandardLifecycles;
import dev.tradepost.domain.shared.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decision X-02: a shop can have lifecycles of its own beside the standard ones. */
class ShopTest {
  private static final Shop STANDARD = Shop.standard(Money.currency("USD"));
  private static final OrderLifecycle OWN =
      new LifecycleDraft(
              "own", "OPEN", false, List.of(new LifecycleDraft.Step("OPEN", "CANCEL", "VOID")))
          .lifecycle();

  @Test
  void a_lifecycle_of_its_own_stands_beside_the_standard_ones() {
    Shop shop = STANDARD.with(List.of(OWN));
    assertThat(shop.lifecycles().keySet())
        .containsExactly("direct", "checkout", "fulfilment", "own");
    assertThat(shop.lifecycle("own")).isEqualTo(OWN);
    assertThat(shop.statuses()).contains("PLACED", "OPEN", "VOID");
    assertThat(shop.orderLifecycle()).isEqualTo("direct");
    assertThat(STANDARD.lifecycles()).hasSize(3);
  }

  @Test
  void a_name_is_taken_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STANDARD.with(List.of(OWN, OWN)))
        .withMessage("there is a lifecycle 'own' already");
    assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.with(StandardLifecycles.all()));
  }
}
