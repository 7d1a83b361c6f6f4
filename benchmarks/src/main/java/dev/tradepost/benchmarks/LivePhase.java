package dev.tradepost.benchmarks;

import dev.tradepost.benchmarks.LiveListeners.Heard;
import dev.tradepost.benchmarks.LiveLoad.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was written in one phase, each event beside its frame. */
final class LivePhase {
  private static final String AT = "\"at\":\"";
  private static final int ORDER_AT = "{\"orderId\":\"".length();
  private static final int UUID_LENGTH = 36;

  private final Map<String, Heard> frames = new HashMap<>();
  private final List<Long> fromEvent = new ArrayList<>();
  private final List<Long> fromAnswer = new ArrayList<>();
  private final List<Long> answers = new ArrayList<>();
  private final int events;
  private int lost;
  private int strange;

  LivePhase(List<Written> written, List<Heard> heard) {
    events = written.size();
    for (Heard frame : heard) {
      if (frames.putIfAbsent(key(frame), frame) != null) {
        strange++;
      }
    }
    written.forEach(this::pair);
    strange += frames.size();
  }

  private void pair(Written event) {
    Heard frame = frames.get(event.key());
    if (frame == null || frame.user() != event.user()) {
      lost++;
      return;
    }
    frames.remove(event.key());
    answers.add(Duration.between(event.asked(), event.answered()).toNanos());
    fromEvent.add(Duration.between(at(frame), frame.at()).toNanos());
    fromAnswer.add(Duration.between(event.answered(), frame.at()).toNanos());
  }

  private static String key(Heard frame) {
    String text = frame.text();
    String order = text.substring(ORDER_AT, ORDER_AT + UUID_LENGTH);
    return LiveLoad.key(order, text.contains("\"TRADE_ADDED\""));
  }

  private static Instant at(Heard frame) {
    int from = frame.text().indexOf(AT) + AT.length();
    return Instant.parse(frame.text().substring(from, frame.text().indexOf('"', from)));
  }

  /** How many events were written to users who listen. */
  int events() {
    return events;
  }

  /** How many of them their user was not told. */
  int lost() {
    return lost;
  }

  /** How many frames were told twice, or to somebody else. */
  int strange() {
    return strange;
  }

  /** Nanoseconds from an event's own time to its frame, sorted. */
  long[] fromEvent() {
    return sorted(fromEvent);
  }

  /** Nanoseconds from the answer to the writer to the frame, sorted; many are negative. */
  long[] fromAnswer() {
    return sorted(fromAnswer);
  }

  /** Nanoseconds from a request to its answer, sorted: what the writing itself took. */
  long[] answers() {
    return sorted(answers);
  }

  private static long[] sorted(List<Long> nanos) {
    if (nanos.isEmpty()) {
      throw new IllegalStateException("nobody was told anything");
    }
    long[] sorted = nanos.stream().mapToLong(it -> it).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
