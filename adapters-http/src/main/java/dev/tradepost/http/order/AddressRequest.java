package dev.tradepost.http.order;

import dev.tradepost.domain.order.Address;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Rejection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** An address in a request, and as orders show it. */
public record AddressRequest(
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 200) String line1,
    @Size(min = 1, max = 200) String line2,
    @NotBlank @Size(max = 100) String city,
    @Size(min = 1, max = 100) String region,
    @Size(min = 1, max = 20) String postalCode,
    @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {

  /** What an order is placed with, of the fields of a request. */
  public static Terms terms(AddressRequest shipping, AddressRequest billing, String coupon) {
    return new Terms(
        address("shippingAddress", shipping),
        address("billingAddress", billing),
        Optional.ofNullable(coupon));
  }

  private static Optional<Address> address(String field, AddressRequest it) {
    if (it == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Address(
              it.name,
              it.line1,
              Optional.ofNullable(it.line2),
              it.city,
              Optional.ofNullable(it.region),
              Optional.ofNullable(it.postalCode),
              it.country));
    } catch (Rejection rejection) {
      throw rejection.at(field + rejection.field().map(part -> "." + part).orElse(""));
    }
  }
}
