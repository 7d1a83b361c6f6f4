package dev.tradepost.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.benchmarks.LiveListeners.Heard;
import dev.tradepost.benchmarks.LiveLoad.Written;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How events and frames are brought together. */
class LivePhaseTest {
  private static final String ORDER = "01a1fc88-5601-7c2f-a3a4-8d55e1f3f001";
  private static final Instant AT = Instant.parse("2026-11-21T08:01:09.989412Z");

  private static final Written PLACED = written(LiveLoad.key(ORDER, false));
  private static final Written FILLED = written(LiveLoad.key(ORDER, true));

  private static Written written(String key) {
    return new Written(key, 3, AT.minusMillis(2), AT.plusMillis(4));
  }

  private static Heard heard(int user, String event, long millis) {
    String text =
        "{\"orderId\":\"%s\",\"event\":\"%s\",\"seq\":42,\"at\":\"%s\"}"
            .formatted(ORDER, event, AT);
    return new Heard(user, AT.plusMillis(millis), text);
  }

  @Test
  void a_frame_is_timed_from_its_event_and_from_the_answer() {
    Heard created = heard(3, "ORDER_CREATED", 1);
    Heard traded = heard(3, "TRADE_ADDED", 9);
    LivePhase phase = new LivePhase(List.of(PLACED, FILLED), List.of(created, traded));
    assertThat(phase.fromEvent()).containsExactly(1_000_000, 9_000_000);
    assertThat(phase.fromAnswer()).containsExactly(-3_000_000, 5_000_000);
    assertThat(phase.answers()).containsExactly(6_000_000, 6_000_000);
    assertThat(phase.events()).isEqualTo(2);
    assertThat(phase.lost()).isZero();
    assertThat(phase.strange()).isZero();
  }

  @Test
  void an_event_without_a_frame_is_lost() {
    LivePhase phase = new LivePhase(List.of(PLACED, FILLED), List.of(heard(3, "ORDER_CREATED", 1)));
    assertThat(phase.lost()).isOne();
    assertThat(phase.strange()).isZero();
  }

  @Test
  void a_frame_of_somebody_else_and_one_told_twice_are_strange() {
    Heard created = heard(3, "ORDER_CREATED", 1);
    LivePhase twice = new LivePhase(List.of(PLACED), List.of(created, created));
    assertThat(twice.strange()).isOne();
    LivePhase stranger = new LivePhase(List.of(PLACED), List.of(heard(4, "ORDER_CREATED", 1)));
    assertThat(stranger.strange()).isOne();
    assertThat(stranger.lost()).isOne();
  }

  @Test
  void silence_is_no_result() {
    LivePhase phase = new LivePhase(List.of(PLACED), List.of());
    assertThatThrownBy(phase::fromEvent).isInstanceOf(IllegalStateException.class);
  }
}
