package dev.tradepost.http.system;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import dev.tradepost.http.shared.Tokens;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Hands out tokens to whoever asks: for the demo, never put up elsewhere. */
public final class TokenRoutes {
  private static final Duration VALID_FOR = Duration.ofHours(12);

  private TokenRoutes() {}

  /** Puts the route up. */
  public static void install(Api api, Tokens tokens, Clock clock) {
    api.publicPost("/auth/token", call -> issue(call, tokens, clock));
  }

  record TokenRequest(
      @NotNull @Pattern(regexp = Call.ID) String userId,
      @Pattern(regexp = "customer|staff|admin", message = "must be one of customer, staff, admin")
          String role) {}

  record TokenResponse(String token, Instant expiresAt) {}

  private static Reply issue(Call call, Tokens tokens, Clock clock) {
    TokenRequest body = call.body(TokenRequest.class);
    Role role =
        body.role == null ? Role.CUSTOMER : Role.valueOf(body.role.toUpperCase(Locale.ROOT));
    Tokens.Issued issued =
        tokens.issue(new Actor(new UserId(body.userId), role), VALID_FOR, clock.instant());
    return Reply.ok(new TokenResponse(issued.token(), issued.expiresAt()));
  }
}
