package dev.tradepost.persistence.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradepost.domain.order.Address;
import java.util.Optional;

/** An address in one column: a JSON array of its seven parts, null for one that is missing. */
final class AddressJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private AddressJson() {}

  static String write(Optional<Address> address) {
    if (address.isEmpty()) {
      return null;
    }
    Address it = address.get();
    try {
      return MAPPER.writeValueAsString(
          new String[] {
            it.name(),
            it.line1(),
            it.line2().orElse(null),
            it.city(),
            it.region().orElse(null),
            it.postalCode().orElse(null),
            it.country()
          });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an address cannot be written", e);
    }
  }

  static Optional<Address> read(String json) {
    if (json == null) {
      return Optional.empty();
    }
    try {
      String[] parts = MAPPER.readValue(json, String[].class);
      return Optional.of(
          new Address(
              parts[0],
              parts[1],
              Optional.ofNullable(parts[2]),
              parts[3],
              Optional.ofNullable(parts[4]),
              Optional.ofNullable(parts[5]),
              parts[6]));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an address cannot be read", e);
    }
  }
}
