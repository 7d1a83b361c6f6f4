package dev.tradepost.http.order;

import dev.tradepost.application.order.EditOrder;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.PreviewEdit;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.HttpReason;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** Changing orders before they are sent, and seeing first what that would come to. */
public final class EditRoutes {
  private final Api api;
  private final OrderRefunds refunds;

  private EditRoutes(Api api, OrderRefunds refunds) {
    this.api = api;
    this.refunds = refunds;
  }

  /** Puts the routes up. */
  public static void install(Api api, OrderRefunds refunds) {
    EditRoutes routes = new EditRoutes(api, refunds);
    api.post("/orders/{id}/edits/preview", routes::preview);
    api.post("/orders/{id}/edits", routes::edit);
  }

  /** How many pieces of a product are wanted from now on; none is said by 0. */
  record Wanted(
      @NotNull @Pattern(regexp = Call.ID) String productId, @NotNull @Min(0) Integer quantity) {}

  record EditRequest(
      @Size(min = 1, max = 200) List<@NotNull @Valid Wanted> items,
      @Valid AddressRequest shippingAddress,
      @Valid AddressRequest billingAddress,
      @Size(min = 1, max = 500) String reason) {

    EditOrder command(Call call) {
      if (items == null && shippingAddress == null && billingAddress == null) {
        throw new Rejection(
            HttpReason.INVALID_REQUEST,
            "send items, a shippingAddress or a billingAddress to change");
      }
      Terms addresses = AddressRequest.terms(shippingAddress, billingAddress, null);
      return new EditOrder(
          OrderRoutes.id(call),
          Optional.ofNullable(items).orElse(List.of()).stream()
              .map(it -> new OrderPlacement.Item(new ProductId(it.productId), it.quantity))
              .toList(),
          addresses.shippingAddress(),
          addresses.billingAddress(),
          Optional.ofNullable(reason),
          call.expectedVersion());
    }
  }

  /** The ETag is of the order as it is, so that it can be sent with the edit itself. */
  private Reply preview(Call call) {
    EditOrder edit = call.body(EditRequest.class).command(call);
    return api.run(
        call, new PreviewEdit(edit), it -> Reply.ok(it.before().version(), EditResponse.of(it)));
  }

  private Reply edit(Call call) {
    OrderId id = OrderRoutes.id(call);
    EditOrder edit = call.body(EditRequest.class).command(call);
    Reply done = api.run(call, edit, it -> Reply.ok(it.after().version(), EditResponse.of(it)));
    refunds.settle(id);
    return done;
  }
}
