package dev.tradepost.http.catalog;

import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.catalog.AmendProduct;
import dev.tradepost.application.catalog.ProductViews;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.HttpReason;
import dev.tradepost.http.shared.Listing;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Supplier;

/** The catalogue: staff list and amend products, everybody reads them. */
public final class ProductRoutes {
  private final Api api;
  private final ProductViews views;
  private final Currency currency;

  private ProductRoutes(Api api, ProductViews views, Currency currency) {
    this.api = api;
    this.views = views;
    this.currency = currency;
  }

  /**
   * Puts the routes up.
   *
   * @param currency that of a price without one
   */
  public static void install(Api api, ProductViews views, Currency currency) {
    ProductRoutes routes = new ProductRoutes(api, views, currency);
    api.post("/products", routes::add);
    api.get("/products", routes::list, Api.PAGING);
    api.get("/products/{id}", routes::get);
    api.patch("/products/{id}", routes::amend);
  }

  record AddRequest(
      @Pattern(regexp = Call.ID) String id,
      @NotBlank @Size(max = 200) String name,
      @NotNull BigDecimal price,
      @Size(min = 3, max = 3) String currency,
      @Size(min = 1, max = 64) String sku) {}

  record AmendRequest(
      @Size(min = 1, max = 200) String name,
      BigDecimal price,
      @Size(min = 3, max = 3) String currency,
      @Size(min = 1, max = 64) String sku) {}

  record ProductResponse(
      ProductId id,
      String name,
      Money price,
      String currency,
      Optional<String> sku,
      long version,
      Instant createdAt,
      Instant updatedAt) {

    static ProductResponse of(Product product) {
      return new ProductResponse(
          product.id(),
          product.name(),
          product.price(),
          product.price().currency().getCurrencyCode(),
          product.sku(),
          product.version(),
          product.createdAt(),
          product.updatedAt());
    }
  }

  private Reply add(Call call) {
    AddRequest body = call.body(AddRequest.class);
    AddProduct command =
        new AddProduct(
            Optional.ofNullable(body.id).map(ProductId::new),
            body.name,
            price(body.price, body.currency),
            Optional.ofNullable(body.sku));
    return api.run(
        call,
        command,
        it -> Reply.created("/products/" + it.id(), it.version(), ProductResponse.of(it)));
  }

  private Reply amend(Call call) {
    AmendRequest body = call.body(AmendRequest.class);
    if (body.name == null && body.price == null && body.sku == null) {
      throw new Rejection(HttpReason.INVALID_REQUEST, "send a name, a price or a sku to change");
    }
    if (body.currency != null && body.price == null) {
      throw new Rejection(HttpReason.INVALID_REQUEST, "a currency is only sent with a price")
          .at("currency");
    }
    ProductId id = id(call);
    AmendProduct command =
        new AmendProduct(
            id,
            Optional.ofNullable(body.name),
            Optional.ofNullable(body.price).map(price -> price(price, body.currency)),
            Optional.ofNullable(body.sku),
            call.expectedVersion());
    return api.run(call, command, it -> Reply.ok(it.version(), ProductResponse.of(it)));
  }

  private Reply get(Call call) {
    ProductId id = id(call);
    Product product = views.find(id).orElseThrow(() -> ProductViews.notFound(id));
    return Reply.ok(product.version(), ProductResponse.of(product));
  }

  private Reply list(Call call) {
    var request = call.page();
    return Reply.ok(Listing.of(views.list(request), request, ProductResponse::of));
  }

  private static ProductId id(Call call) {
    return call.path("id", ProductId::new, ProductViews::notFound);
  }

  private Money price(BigDecimal price, String code) {
    Currency of = code == null ? currency : at("currency", () -> Money.currency(code));
    return at("price", () -> Money.of(price, of).requirePositive());
  }

  private static <T> T at(String field, Supplier<T> read) {
    try {
      return read.get();
    } catch (Rejection rejection) {
      throw rejection.at(field);
    }
  }
}
