package dev.tradepost.http.system;

import dev.tradepost.application.port.Proof;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import java.util.List;
import java.util.Map;

/** The live proof that nothing was lost or invented, for the shop's staff. */
public final class VerifyRoutes {
  private final Proof proof;

  private VerifyRoutes(Proof proof) {
    this.proof = proof;
  }

  /** Puts the route up. */
  public static void install(Api api, Proof proof) {
    api.get("/admin/verify", new VerifyRoutes(proof)::verify);
  }

  record VerifyResponse(boolean ok, List<CheckResponse> checks) {}

  record CheckResponse(String name, boolean ok, List<Map<String, Object>> rows) {
    static CheckResponse of(Proof.Check check) {
      return new CheckResponse(check.name(), check.ok(), check.rows());
    }
  }

  private Reply verify(Call call) {
    call.requireStaff();
    List<Proof.Check> checks = proof.run();
    return Reply.ok(
        new VerifyResponse(
            checks.stream().allMatch(Proof.Check::ok),
            checks.stream().map(CheckResponse::of).toList()));
  }
}
