package dev.tradepost.domain.catalog;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {
  private static final ProductId LAPTOP = new ProductId("p1");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Stamp STAMP = new Stamp(NOON, new UserId("staff"));
  private static final Stamp LATER = new Stamp(NOON.plusSeconds(60), new UserId("staff"));
  private static final Optional<String> NO_SKU = Optional.empty();

  @Test // S0-08
  void a_listed_product_has_an_id_a_name_and_a_price() {
    Change<Product> listed = Product.list(LAPTOP, "Laptop", usd("500"), Optional.of("L-1"), STAMP);
    assertThat(listed.state())
        .isEqualTo(new Product(LAPTOP, "Laptop", usd("500"), Optional.of("L-1"), NOON, NOON, 1));
    assertThat(listed.events())
        .containsExactly(new CatalogEvent.ProductListed(LAPTOP, "Laptop", usd("500")));
    assertThat(listed.state().aggregateId()).isEqualTo("p1");
    assertThat(listed.state().owner()).isEmpty();
  }

  @Test // S0-41
  void an_amended_product_changes_what_is_given_and_keeps_the_rest() {
    Product laptop = Product.list(LAPTOP, "Laptop", usd("500"), Optional.of("L-1"), STAMP).state();
    Change<Product> dearer = laptop.amend(Optional.empty(), Optional.of(usd("900")), NO_SKU, LATER);
    assertThat(dearer.state())
        .isEqualTo(
            new Product(LAPTOP, "Laptop", usd("900"), Optional.of("L-1"), NOON, LATER.at(), 2));
    assertThat(dearer.events())
        .containsExactly(new CatalogEvent.ProductAmended(LAPTOP, "Laptop", usd("900")));
    assertThat(laptop.price()).isEqualTo(usd("500"));
  }

  @Test
  void a_name_and_a_sku_can_be_amended_too() {
    Product mug = Product.list(new ProductId("m"), "Mug", usd("5"), NO_SKU, STAMP).state();
    Product amended =
        mug.amend(Optional.of("Cup"), Optional.empty(), Optional.of("C-1"), LATER).state();
    assertThat(amended.name()).isEqualTo("Cup");
    assertThat(amended.sku()).contains("C-1");
    assertThat(amended.price()).isEqualTo(usd("5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5"})
  void a_product_has_a_price_above_zero(String price) {
    assertThat(reasonOf(() -> Product.list(LAPTOP, "Laptop", usd(price), NO_SKU, STAMP)))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    Product laptop = Product.list(LAPTOP, "Laptop", usd("500"), NO_SKU, STAMP).state();
    assertThat(
            reasonOf(() -> laptop.amend(Optional.empty(), Optional.of(usd(price)), NO_SKU, LATER)))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
  }

  @Test
  void a_product_has_a_readable_name_and_sku_or_none() {
    assertThat(refusalOf(() -> Product.list(LAPTOP, " ", usd("5"), NO_SKU, STAMP)).field())
        .contains("name");
    String longName = "x".repeat(201);
    assertThat(reasonOf(() -> Product.list(LAPTOP, longName, usd("5"), NO_SKU, STAMP)))
        .isEqualTo(SharedReason.UNREADABLE_TEXT);
    Optional<String> longSku = Optional.of("x".repeat(65));
    assertThat(refusalOf(() -> Product.list(LAPTOP, "Mug", usd("5"), longSku, STAMP)).field())
        .contains("sku");
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
