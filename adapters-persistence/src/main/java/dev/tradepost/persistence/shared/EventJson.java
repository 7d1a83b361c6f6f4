package dev.tradepost.persistence.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.RefundId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.domain.trade.TradeId;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.webhook.WebhookId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The data of an event as JSON: ids and times as strings, money as {@code {"amount": 12.5,
 * "currency"}}.
 */
public final class EventJson {
  private static final ObjectWriter WRITER = writer();

  private EventJson() {}

  /** The event's components, by name. */
  public static String of(DomainEvent event) {
    try {
      return WRITER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("event " + event.type() + " cannot be written", e);
    }
  }

  private static ObjectWriter writer() {
    SimpleModule module = new SimpleModule();
    List.of(
            ApprovalId.class,
            BankTransferId.class,
            HoldId.class,
            Instant.class,
            OrderId.class,
            OrderNumber.class,
            PaymentId.class,
            ProductId.class,
            PromotionCode.class,
            RefundId.class,
            ReturnId.class,
            TradeId.class,
            ShipmentId.class,
            UserId.class,
            WalletId.class,
            WarehouseId.class,
            WebhookId.class)
        .forEach(type -> module.addSerializer(type, ToStringSerializer.instance));
    module.addSerializer(Money.class, new MoneySerializer());
    module.addSerializer(new OptionalSerializer());
    return JsonMapper.builder()
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .addModule(module)
        .build()
        .writer();
  }

  private static final class MoneySerializer extends JsonSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider all)
        throws IOException {
      BigDecimal amount = money.isZero() ? BigDecimal.ZERO : money.major().stripTrailingZeros();
      json.writeStartObject();
      json.writeNumberField("amount", amount);
      json.writeStringField("currency", money.currency().getCurrencyCode());
      json.writeEndObject();
    }
  }

  private static final class OptionalSerializer extends JsonSerializer<Optional<?>> {
    @Override
    @SuppressWarnings("unchecked")
    public Class<Optional<?>> handledType() {
      return (Class<Optional<?>>) (Class<?>) Optional.class;
    }

    @Override
    public void serialize(Optional<?> value, JsonGenerator json, SerializerProvider all)
        throws IOException {
      all.defaultSerializeValue(value.orElse(null), json);
    }
  }
}
