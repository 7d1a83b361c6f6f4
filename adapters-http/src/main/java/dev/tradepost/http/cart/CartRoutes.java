package dev.tradepost.http.cart;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.cart.CartView;
import dev.tradepost.application.cart.CartViews;
import dev.tradepost.application.cart.CheckOut;
import dev.tradepost.application.cart.RemoveFromCart;
import dev.tradepost.application.cart.SetCartQuantity;
import dev.tradepost.application.catalog.ProductViews;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.http.order.AddressRequest;
import dev.tradepost.http.order.ItemRequest;
import dev.tradepost.http.order.OrderRoutes;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** The caller's cart, and its checkout into an order. */
public final class CartRoutes {
  private final Api api;
  private final CartViews views;

  private CartRoutes(Api api, CartViews views) {
    this.api = api;
    this.views = views;
  }

  /** Puts the routes up. */
  public static void install(Api api, CartViews views) {
    CartRoutes routes = new CartRoutes(api, views);
    api.get("/cart", routes::get);
    api.post("/cart/items", routes::add);
    api.put("/cart/items/{productId}", routes::set);
    api.delete("/cart/items/{productId}", routes::remove);
    api.post("/cart/checkout", routes::checkOut);
  }

  record QuantityRequest(@NotNull @Min(1) Integer quantity) {}

  record CheckOutRequest(
      @Size(min = 1, max = 200) List<@NotNull @Valid ItemRequest> items,
      @Size(min = 1, max = 64) String lifecycle,
      @Valid AddressRequest shippingAddress,
      @Valid AddressRequest billingAddress,
      @Size(min = 1, max = 32) String coupon) {}

  /** A line of the cart at today's price. */
  record LineResponse(
      ProductId productId,
      String name,
      int quantity,
      Money unitPrice,
      Optional<Money> total,
      String currency,
      long available) {

    static LineResponse of(CartView.Line line) {
      return new LineResponse(
          line.productId(),
          line.name(),
          line.quantity(),
          line.unitPrice(),
          line.total(),
          line.unitPrice().currency().getCurrencyCode(),
          line.available());
    }
  }

  record CartResponse(
      UserId userId, List<LineResponse> items, Optional<Money> totalAmount, long version) {
    static CartResponse of(CartView view) {
      return new CartResponse(
          view.cart().userId(),
          view.lines().stream().map(LineResponse::of).toList(),
          view.total(),
          view.cart().version());
    }
  }

  private Reply get(Call call) {
    CartView view = views.of(call.actor().userId());
    return Reply.ok(view.cart().version(), CartResponse.of(view));
  }

  private Reply add(Call call) {
    ItemRequest body = call.body(ItemRequest.class);
    ProductId product = new ProductId(body.productId());
    return change(call, new AddToCart(product, body.quantity(), call.expectedVersion()));
  }

  private Reply set(Call call) {
    QuantityRequest body = call.body(QuantityRequest.class);
    return change(call, new SetCartQuantity(product(call), body.quantity, call.expectedVersion()));
  }

  private Reply remove(Call call) {
    return change(call, new RemoveFromCart(product(call), call.expectedVersion()));
  }

  /** What a change answers: the items as they are now; prices and stock are for GET /cart. */
  record ChangedResponse(UserId userId, List<HeldResponse> items, long version) {
    record HeldResponse(ProductId productId, int quantity) {}

    static ChangedResponse of(Cart cart) {
      return new ChangedResponse(
          cart.userId(),
          cart.items().entrySet().stream()
              .map(item -> new HeldResponse(item.getKey(), item.getValue()))
              .toList(),
          cart.version());
    }
  }

  private Reply change(Call call, UseCase<Cart> command) {
    return api.run(call, command, cart -> Reply.ok(cart.version(), ChangedResponse.of(cart)));
  }

  private Reply checkOut(Call call) {
    CheckOutRequest body =
        call.bodyOr(CheckOutRequest.class, new CheckOutRequest(null, null, null, null, null));
    CheckOut command =
        new CheckOut(
            Optional.ofNullable(body.items).map(ItemRequest::items),
            Optional.ofNullable(body.lifecycle),
            AddressRequest.terms(body.shippingAddress, body.billingAddress, body.coupon),
            call.expectedVersion());
    return api.run(call, command, OrderRoutes::created);
  }

  private static ProductId product(Call call) {
    return call.path("productId", ProductId::new, ProductViews::notFound);
  }
}
