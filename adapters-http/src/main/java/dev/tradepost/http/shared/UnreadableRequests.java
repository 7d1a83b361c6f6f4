package dev.tradepost.http.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never reached a route: requests that break HTTP or the server's limits. */
final class UnreadableRequests extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
    String id = UUID.randomUUID().toString();
    response.getHeaders().put("X-Request-Id", id);
    response.write(true, problem(status, request.getHttpURI().getPath(), id), callback);
  }

  private static ByteBuffer problem(int status, String path, String requestId) {
    HttpReason reason =
        switch (status) {
          case 503 -> HttpReason.BUSY;
          case 500 -> HttpReason.INTERNAL_ERROR;
          default -> HttpReason.REQUEST_NOT_READABLE;
        };
    Problem plain = Problem.of(reason, reason.meaning().cause(), path, requestId);
    String json = Json.write(plain.withStatus(status));
    return ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
  }
}
