package dev.tradepost.http.shared;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists as files for spreadsheets (RFC 4180), written row by row while they are read. */
public final class Csv {
  /** Its media type. */
  public static final String TYPE = "text/csv";

  private static final String INCOMPLETE = "\nThis file is incomplete: fetch it again.\n";

  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .addModule(DomainJson.module())
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Csv() {}

  /** Whether the caller wants the file rather than JSON. */
  public static boolean wanted(Call call) {
    String accept = String.valueOf(call.context().header("Accept")).toLowerCase(Locale.ROOT);
    return accept.contains(TYPE) && !accept.contains("json");
  }

  /**
   * A file of rows.
   *
   * @param row whose components are the columns
   * @param rows gives the rows one after the other
   */
  public static <T> Response file(String name, Class<T> row, Consumer<Consumer<T>> rows) {
    return context -> write(context, name, row, rows);
  }

  private static <T> void write(
      Context context, String name, Class<T> row, Consumer<Consumer<T>> rows) {
    context.contentType(TYPE + "; charset=utf-8");
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    CsvSchema schema = MAPPER.schemaFor(row).withHeader().sortedBy(columns(row));
    OutputStream out = context.outputStream();
    try {
      SequenceWriter writer = MAPPER.writerFor(row).with(schema).writeValues(out);
      rows.accept(it -> write(writer, it));
      writer.close();
    } catch (RuntimeException e) {
      if (!context.res().isCommitted()) {
        context.res().resetBuffer();
        throw e;
      }
      // Too late for a problem document, and a file that just ends would look whole.
      print(out, INCOMPLETE);
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(SequenceWriter writer, Object row) {
    try {
      writer.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] columns(Class<?> row) {
    return Arrays.stream(row.getRecordComponents())
        .map(RecordComponent::getName)
        .toArray(String[]::new);
  }

  /**
   * Free text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe
   * in front (OWASP, CSV injection). What is missing is an empty cell.
   */
  public static String text(Optional<String> text) {
    String plain = text.orElse("");
    return !plain.isEmpty() && "=+-@\t\r\n".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
  }
}
