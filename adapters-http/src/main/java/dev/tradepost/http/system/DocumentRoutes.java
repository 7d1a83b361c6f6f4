package dev.tradepost.http.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.HttpReason;
import dev.tradepost.http.shared.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * The contract, Swagger UI over it, and the page that explains every reason; all without a network.
 */
public final class DocumentRoutes {
  private static final Map<String, String> SWAGGER_FILES =
      Map.of(
          "swagger-ui.css", "text/css",
          "swagger-ui-bundle.js", "text/javascript",
          "favicon-32x32.png", "image/png");

  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

  private DocumentRoutes() {}

  /** Puts the routes up. */
  public static void install(Api api) {
    api.page("/openapi.yaml", context -> send(context, "application/yaml", contract()));
    api.page("/openapi.json", context -> send(context, "application/json", contractAsJson()));
    api.page("/", context -> context.redirect("/docs"));
    api.page("/docs", context -> page(context, "docs.html", "text/html; charset=utf-8"));
    api.page("/docs/init.js", context -> page(context, "docs.js", "text/javascript"));
    api.page("/docs/reasons", DocumentRoutes::reasons);
    api.page("/docs/{file}", DocumentRoutes::swaggerFile);
  }

  private static byte[] contract() {
    return resource("/dev/tradepost/http/openapi.yaml");
  }

  private static byte[] contractAsJson() {
    try {
      JsonNode tree = new YAMLMapper().readTree(contract());
      return Json.write(tree).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void page(Context context, String name, String type) {
    context.header("Content-Security-Policy", CSP);
    send(context, type, resource("/dev/tradepost/http/" + name));
  }

  private static void reasons(Context context) {
    context.header("Content-Security-Policy", CSP);
    context.contentType("text/html; charset=utf-8").result(ReasonsPage.html());
  }

  private static void swaggerFile(Context context) {
    String file = context.pathParam("file");
    String type = SWAGGER_FILES.get(file);
    if (type == null) {
      throw new Rejection(HttpReason.ROUTE_NOT_FOUND, "there is no route " + context.path());
    }
    context.header("Cache-Control", "public, max-age=86400");
    String folder = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
    send(context, type, resource(folder + file));
  }

  private static String swaggerVersion() {
    Properties properties = new Properties();
    try {
      properties.load(
          new java.io.ByteArrayInputStream(
              resource("/META-INF/maven/org.webjars/swagger-ui/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static void send(Context context, String type, byte[] content) {
    context.contentType(type).result(content);
  }

  private static byte[] resource(String name) {
    try (InputStream stream = DocumentRoutes.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
