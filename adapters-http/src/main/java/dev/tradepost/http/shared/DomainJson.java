package dev.tradepost.http.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.ProductId;
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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Values of the domain as they stand in answers. */
final class DomainJson {
  /** Always six decimals, so that texts sort as times do. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private DomainJson() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule();
    List.of(
            ApprovalId.class,
            BankTransferId.class,
            HoldId.class,
            OrderId.class,
            OrderNumber.class,
            PaymentId.class,
            ProductId.class,
            ReturnId.class,
            PromotionCode.class,
            ShipmentId.class,
            TradeId.class,
            UserId.class,
            WalletId.class,
            WarehouseId.class,
            WebhookId.class)
        .forEach(id -> module.addSerializer(id, ToStringSerializer.instance));
    module.addSerializer(Money.class, new MoneyAsNumber());
    module.addSerializer(Instant.class, new InstantAsText());
    module.addSerializer(new OptionalAsValueOrNull());
    return module;
  }

  /**
   * In major units, plainly, with no trailing zeros: 1800 or 12.5; the currency stands beside it.
   */
  private static final class MoneyAsNumber extends JsonSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider all)
        throws IOException {
      json.writeNumber(money.isZero() ? BigDecimal.ZERO : money.major().stripTrailingZeros());
    }
  }

  private static final class InstantAsText extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializerProvider all)
        throws IOException {
      json.writeString(TIME.format(instant));
    }
  }

  private static final class OptionalAsValueOrNull extends JsonSerializer<Optional<?>> {
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
