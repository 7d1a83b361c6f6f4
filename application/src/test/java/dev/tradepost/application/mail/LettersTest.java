package dev.tradepost.application.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.order.OrderView;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.MailAddress;
import dev.tradepost.domain.mail.MailId;
import dev.tradepost.domain.mail.Notice;
import dev.tradepost.domain.mail.Occasion;
import dev.tradepost.domain.order.Amounts;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.StandardLifecycles;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S0-65: the words of the four mails, as text and as HTML. */
class LettersTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final OrderId ORDER = new OrderId(new UUID(0, 1));
  private static final ShipmentId SHIPMENT = new ShipmentId(new UUID(0, 2));
  private static final ProductId TEA = new ProductId("tea");
  private static final ProductId CUP = new ProductId("cup");

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  private static OrderLine line(ProductId product, String name, int quantity, String price) {
    return OrderLine.of(product, name, Optional.empty(), quantity, eur(price));
  }

  private static OrderView order(String number, Amounts amounts, OrderLine... lines) {
    Order order =
        new Order(
            ORDER,
            new OrderNumber(number),
            new UserId("ann"),
            StandardLifecycles.all().iterator().next(),
            StandardLifecycles.all().iterator().next().table().initial(),
            List.of(lines),
            amounts,
            MoneyState.PENDING,
            Terms.NONE,
            NOON,
            NOON,
            1);
    Shipment shipment =
        new Shipment(
            SHIPMENT,
            ORDER,
            new UserId("ann"),
            new WarehouseId("main"),
            List.of(new Shipment.Item(TEA, 2)),
            Optional.of("DHL & Sons"),
            Optional.of("JD01<46>"),
            ShipmentStatus.DELIVERED,
            Optional.of(NOON),
            Optional.of(NOON),
            3);
    return new OrderView(order, List.of(shipment));
  }

  private static OrderView order(OrderLine... lines) {
    return order("ORD-1-ABCDEF", Amounts.of(List.of(lines)), lines);
  }

  private static Letter letter(Notice notice, OrderView order) {
    MailAddress to = new MailAddress("ann@shop.example");
    return Letters.of(Mail.of(new MailId(new UUID(0, 3)), 1, to, notice, NOON), order);
  }

  private static Notice notice(Occasion occasion) {
    return switch (occasion) {
      case ORDER_PLACED -> Notice.placed(ORDER);
      case SHIPMENT_LEFT -> Notice.left(ORDER, SHIPMENT);
      case SHIPMENT_ARRIVED -> Notice.arrived(ORDER, SHIPMENT);
      case MONEY_RETURNED -> Notice.returned(ORDER, eur("3.50"));
    };
  }

  @Test
  void an_order_is_told_with_lines_and_prices() {
    OrderLine tea = line(TEA, "Tea", 2, "12.50");
    OrderLine cup = line(CUP, "Cup", 1, "1000");
    Letter letter = letter(notice(Occasion.ORDER_PLACED), order(tea, cup));
    assertThat(letter.subject()).isEqualTo("Your order ORD-1-ABCDEF");
    assertThat(letter.text())
        .isEqualTo(
            """
            Hello,

            thank you for your order ORD-1-ABCDEF. This is what you ordered:

              2 x Tea, 12.50 EUR each: 25.00 EUR
              1 x Cup, 1000.00 EUR each: 1000.00 EUR

            Total: 1025.00 EUR

            We write again when it is on its way.
            """);
    assertThat(letter.html())
        .contains("<td>Tea</td><td align=\"right\">2</td><td align=\"right\">12.50 EUR</td>")
        .contains("<strong>1025.00 EUR</strong>")
        .doesNotContain("Discount", "Tax", "Shipping");
  }

  @Test
  void what_makes_the_total_differ_from_the_lines_is_told_too() {
    OrderLine tea = line(TEA, "Tea", 2, "12.50");
    Amounts amounts = new Amounts(eur("25"), eur("5"), eur("1.90"), eur("4"), eur("0"));
    Letter letter = letter(notice(Occasion.ORDER_PLACED), order("ORD-1-ABCDEF", amounts, tea));
    assertThat(letter.text())
        .contains("\nDiscount: -5.00 EUR\nTax: 1.90 EUR\nShipping: 4.00 EUR\nTotal: 25.90 EUR\n");
    assertThat(letter.html()).contains("-5.00 EUR", "1.90 EUR", "4.00 EUR", "25.90 EUR");
  }

  @Test
  void a_shipment_is_told_with_what_is_in_it_and_where_it_can_be_followed() {
    OrderView order = order(line(TEA, "Tea", 2, "1"), line(CUP, "Cup", 1, "1"));
    for (Occasion occasion : List.of(Occasion.SHIPMENT_LEFT, Occasion.SHIPMENT_ARRIVED)) {
      Letter letter = letter(notice(occasion), order);
      assertThat(letter.text())
          .contains("  2 x Tea\n\nCarrier: DHL & Sons\nTracking number: JD01<46>\n")
          .doesNotContain("Cup");
      assertThat(letter.html())
          .contains("<li>2 x Tea</li>", "DHL &amp; Sons", "<strong>JD01&lt;46&gt;</strong>")
          .doesNotContain("Cup");
    }
  }

  @Test
  void a_refund_is_told_with_its_amount() {
    Letter letter = letter(notice(Occasion.MONEY_RETURNED), order(line(TEA, "Tea", 2, "12.50")));
    assertThat(letter.subject()).isEqualTo("Your refund for order ORD-1-ABCDEF");
    assertThat(letter.text()).contains("3.50 EUR of your order ORD-1-ABCDEF");
    assertThat(letter.html()).contains("<strong>3.50 EUR</strong>");
  }

  @ParameterizedTest
  @EnumSource
  void nothing_that_is_put_in_becomes_a_header_or_html(Occasion occasion) {
    String evil = "<script>alert('1')</script>\r\nBcc: eve@evil.example\r\n\r\n{{total}}";
    OrderLine tea = line(TEA, evil, 2, "12.50");
    OrderView order = order("ORD-1\r\nBcc: eve@evil.example", Amounts.of(List.of(tea)), tea);
    Letter letter = letter(notice(occasion), order);
    assertThat(letter.subject()).doesNotContain("\r", "\n").contains("ORD-1 Bcc: eve");
    assertThat(letter.text().lines()).noneMatch(it -> it.startsWith("Bcc:"));
    assertThat(letter.html()).doesNotContain("<script", "{{#", "{{/");
    if (occasion != Occasion.MONEY_RETURNED) {
      assertThat(letter.html()).contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
      assertThat(letter.text()).contains("{{total}}");
    }
    assertThat(letter.toString()).doesNotContain("script", "ann", "ORD");
  }

  @Test
  void a_subject_of_two_lines_is_a_bug() {
    assertThatThrownBy(
            () ->
                new Letter(
                    new MailId(new UUID(0, 3)), new MailAddress("a@b"), "x\r\nBcc: y", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
