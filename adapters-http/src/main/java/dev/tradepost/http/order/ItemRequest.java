package dev.tradepost.http.order;

import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.http.shared.Call;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** Pieces of a product in a request; prices are the server's matter and not accepted. */
public record ItemRequest(
    @NotNull @Pattern(regexp = Call.ID) String productId, @NotNull @Min(1) Integer quantity) {

  /** The items as the use cases take them. */
  public static List<OrderPlacement.Item> items(List<ItemRequest> items) {
    return items.stream()
        .map(item -> new OrderPlacement.Item(new ProductId(item.productId), item.quantity))
        .toList();
  }
}
