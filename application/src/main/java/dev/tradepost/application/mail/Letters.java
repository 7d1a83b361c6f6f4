package dev.tradepost.application.mail;

import dev.tradepost.application.order.OrderView;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.Notice;
import dev.tradepost.domain.mail.Occasion;
import dev.tradepost.domain.order.Amounts;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts mails into words, by templates: for each occasion one of text, and one of HTML. */
public final class Letters {
  private static final String SUBJECT = "Subject: ";
  private static final Map<Occasion, Words> WORDS = new EnumMap<>(Occasion.class);

  static {
    for (Occasion occasion : Occasion.values()) {
      WORDS.put(occasion, Words.of(occasion));
    }
  }

  private Letters() {}

  /** The templates of one occasion. */
  private record Words(Template subject, Template text, Template html) {

    /** The first line of the text is the subject. */
    static Words of(Occasion occasion) {
      String name = occasion.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String text = Template.resource(name + ".txt");
      int end = text.indexOf('\n');
      return new Words(
          Template.plain(text.substring(SUBJECT.length(), end)),
          Template.plain(text.substring(end).stripLeading()),
          Template.html(Template.resource(name + ".html")));
    }
  }

  /** The mail in words; what was ordered and sent is read from the order as it is now. */
  public static Letter of(Mail mail, OrderView order) {
    Words words = WORDS.get(mail.notice().occasion());
    Map<String, Object> values = values(mail.notice(), order);
    return new Letter(
        mail.id(),
        mail.to(),
        words.subject.fill(values),
        words.text.fill(values),
        words.html.fill(values));
  }

  private static Map<String, Object> values(Notice notice, OrderView view) {
    Order order = view.order();
    Map<String, Object> values = new HashMap<>(amounts(order.amounts()));
    values.put("number", order.number().toString());
    values.put("lines", order.lines().stream().map(Letters::line).toList());
    values.put("amount", notice.amount().map(Money::toString).orElse(""));
    Optional<Shipment> shipment =
        view.shipments().stream()
            .filter(it -> notice.shipmentId().equals(Optional.of(it.id())))
            .findFirst();
    values.put("items", shipment.map(it -> items(order, it)).orElse(List.of()));
    values.put("carrier", section("name", shipment.flatMap(Shipment::carrier)));
    values.put("tracking", section("code", shipment.flatMap(Shipment::trackingNumber)));
    return values;
  }

  private static Map<String, Object> amounts(Amounts amounts) {
    return Map.of(
        "discount", section("sum", unlessZero(amounts.discount())),
        "tax", section("sum", unlessZero(amounts.tax())),
        "shipping", section("sum", unlessZero(amounts.shipping())),
        "total", amounts.total().toString());
  }

  private static Optional<String> unlessZero(Money money) {
    return money.isZero() ? Optional.empty() : Optional.of(money.toString());
  }

  private static List<Map<String, Object>> section(String name, Optional<String> value) {
    return value.map(it -> List.of(Map.<String, Object>of(name, it))).orElse(List.of());
  }

  private static Map<String, Object> line(OrderLine line) {
    return Map.of(
        "quantity", Integer.toString(line.quantity()),
        "name", line.name(),
        "price", line.unitPrice().toString(),
        "sum", line.total().toString());
  }

  private static List<Map<String, Object>> items(Order order, Shipment shipment) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Shipment.Item item : shipment.items()) {
      items.add(
          Map.of(
              "quantity", Integer.toString(item.quantity()),
              "name", name(order, item.productId())));
    }
    return items;
  }

  private static String name(Order order, ProductId product) {
    return order.lines().stream()
        .filter(line -> line.productId().equals(product))
        .map(OrderLine::name)
        .findFirst()
        .orElse(product.value());
  }
}
