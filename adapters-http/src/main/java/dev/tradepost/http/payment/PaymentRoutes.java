package dev.tradepost.http.payment;

import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.order.Orders;
import dev.tradepost.application.payment.PayFromWallet;
import dev.tradepost.application.payment.PaymentViews;
import dev.tradepost.application.payment.StartPayment;
import dev.tradepost.application.process.PayOrder;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentMethod;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.http.order.OrderRoutes;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.HttpReason;
import dev.tradepost.http.shared.Reply;
import dev.tradepost.http.wallet.WalletRequests;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Paying orders. */
public final class PaymentRoutes {
  private final Api api;
  private final OrderViews orders;
  private final PaymentViews payments;
  private final PayOrder payOrder;

  private PaymentRoutes(Api api, OrderViews orders, PaymentViews payments, PayOrder payOrder) {
    this.api = api;
    this.orders = orders;
    this.payments = payments;
    this.payOrder = payOrder;
  }

  /** Puts the routes up. */
  public static void install(Api api, OrderViews orders, PaymentViews payments, PayOrder pay) {
    PaymentRoutes routes = new PaymentRoutes(api, orders, payments, pay);
    api.post("/orders/{id}/payments", routes::pay);
    api.get("/orders/{id}/payments", routes::list);
  }

  record PayRequest(
      @NotNull PaymentMethod method,
      @Pattern(
              regexp = "success|declined|timeout|unknown",
              message = "must be one of success, declined, timeout, unknown")
          String card,
      String walletId,
      @Size(min = 3, max = 3) String currency) {}

  /**
   * A payment as clients see it.
   *
   * @param card of a SANDBOX payment
   * @param walletId of a WALLET payment
   */
  record PaymentResponse(
      PaymentId id,
      OrderId orderId,
      PaymentMethod method,
      Optional<String> card,
      Optional<String> walletId,
      Money amount,
      Money refundedAmount,
      String currency,
      PaymentStatus status,
      Instant createdAt,
      Instant updatedAt) {

    static PaymentResponse of(Payment payment) {
      Optional<String> source = Optional.of(payment.source());
      return new PaymentResponse(
          payment.id(),
          payment.orderId(),
          payment.method(),
          source.filter(it -> payment.method() == PaymentMethod.SANDBOX),
          source.filter(it -> payment.method() == PaymentMethod.WALLET),
          payment.amount(),
          payment.refunded(),
          payment.amount().currency().getCurrencyCode(),
          payment.status(),
          payment.createdAt(),
          payment.updatedAt());
    }
  }

  record PaymentsResponse(List<PaymentResponse> data) {}

  private Reply pay(Call call) {
    PayRequest body = call.body(PayRequest.class);
    return switch (body.method) {
      case SANDBOX -> payByCard(call, body);
      case WALLET -> payFromWallet(call, body);
    };
  }

  private Reply payByCard(Call call, PayRequest body) {
    requireGiven(body.card, "card", "a SANDBOX payment needs a card, such as success");
    requireNone(body.walletId, "walletId", PaymentMethod.SANDBOX);
    requireNone(body.currency, "currency", PaymentMethod.SANDBOX);
    StartPayment start = new StartPayment(OrderRoutes.id(call), body.card, call.expectedVersion());
    return api.run(
        call, once -> payOrder.pay(call.actor(), once, start, payment -> reply(payment).encode()));
  }

  private Reply payFromWallet(Call call, PayRequest body) {
    requireNone(body.card, "card", PaymentMethod.WALLET);
    PayFromWallet command =
        new PayFromWallet(
            OrderRoutes.id(call),
            Optional.ofNullable(body.walletId).map(it -> WalletRequests.wallet("walletId", it)),
            WalletRequests.currency("currency", body.currency),
            call.expectedVersion());
    return api.run(call, command, PaymentRoutes::reply);
  }

  private static void requireGiven(String value, String field, String detail) {
    if (value == null) {
      throw new Rejection(HttpReason.INVALID_REQUEST, detail).at(field);
    }
  }

  private static void requireNone(String value, String field, PaymentMethod method) {
    if (value != null) {
      throw new Rejection(HttpReason.INVALID_REQUEST, "a " + method + " payment takes no " + field)
          .at(field);
    }
  }

  /** Created when it has ended; accepted while the provider's answer is open. */
  private static Reply reply(Payment payment) {
    String location = "/orders/" + payment.orderId() + "/payments";
    return Reply.created(location, PaymentResponse.of(payment))
        .withStatus(payment.inProgress() ? 202 : 201);
  }

  private Reply list(Call call) {
    OrderId id = OrderRoutes.id(call);
    orders.find(id, call.actor()).orElseThrow(() -> Orders.notFound(id));
    return Reply.ok(
        new PaymentsResponse(payments.ofOrder(id).stream().map(PaymentResponse::of).toList()));
  }
}
