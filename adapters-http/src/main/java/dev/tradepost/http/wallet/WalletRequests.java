package dev.tradepost.http.wallet;

import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.WalletReason;
import dev.tradepost.http.shared.Call;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** How requests name wallets and amounts in them. */
public final class WalletRequests {

  private WalletRequests() {}

  /** The wallet in the path. */
  static WalletId id(Call call) {
    return id(call, WalletId::new, WalletReason.WALLET_NOT_FOUND, "wallet");
  }

  /** The id in the path; one that is none names nothing. */
  static <T> T id(Call call, Function<UUID, T> of, WalletReason notFound, String what) {
    return call.path(
        "id",
        text -> of.apply(Call.uuid(text)),
        () -> new Rejection(notFound, "there is no such " + what));
  }

  /** A wallet in a body; text that is no id names nothing. */
  public static WalletId wallet(String field, String text) {
    try {
      return new WalletId(Call.uuid(text));
    } catch (IllegalArgumentException e) {
      throw new Rejection(WalletReason.WALLET_NOT_FOUND, "there is no wallet " + text).at(field);
    }
  }

  static StatedAmount amount(BigDecimal amount, String currency) {
    return new StatedAmount(amount, currency("currency", currency));
  }

  /** A currency in a body, where there is one. */
  public static Optional<Currency> currency(String field, String code) {
    try {
      return Optional.ofNullable(code).map(Money::currency);
    } catch (Rejection rejection) {
      throw rejection.at(field);
    }
  }
}
