package dev.tradepost.http.order;

import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.http.shared.Call;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** A request to place an order of goods. */
record PlaceRequest(
    @Pattern(regexp = Call.ID) String userId,
    @NotEmpty @Size(max = 200) List<@NotNull @Valid ItemRequest> items,
    @Size(min = 1, max = 64) String lifecycle,
    @Valid AddressRequest shippingAddress,
    @Valid AddressRequest billingAddress,
    @Size(min = 1, max = 32) String coupon) {

  PlaceOrder command() {
    return new PlaceOrder(
        Optional.ofNullable(userId).map(UserId::new),
        ItemRequest.items(items),
        Optional.ofNullable(lifecycle),
        AddressRequest.terms(shippingAddress, billingAddress, coupon));
  }
}
