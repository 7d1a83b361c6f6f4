package dev.tradepost.application.contract;

import dev.tradepost.application.port.Receivers;
import dev.tradepost.application.webhook.Parcel;
import dev.tradepost.domain.webhook.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Receivers that answer as they are told to and keep what they got. */
final class WatchedReceivers implements Receivers {
  /** The status of a receiver that never answers. */
  static final int SILENT = 0;

  private final Clock clock;
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Parcel> got = new ConcurrentLinkedQueue<>();
  private volatile Optional<Duration> retryAfter = Optional.empty();

  WatchedReceivers(Clock clock) {
    this.clock = clock;
  }

  void answer(String url, int status) {
    statuses.put(url, status);
  }

  void askForPatience(Duration patience) {
    retryAfter = Optional.of(patience);
  }

  /** What has reached this URL so far, in order. */
  List<Parcel> got(String url) {
    return got.stream().filter(parcel -> parcel.url().equals(url)).toList();
  }

  @Override
  public void requireAllowed(String url) {}

  @Override
  public CompletionStage<Attempt> send(Parcel parcel) {
    got.add(parcel);
    int status = statuses.getOrDefault(parcel.url(), 200);
    return status == SILENT
        ? new CompletableFuture<>()
        : CompletableFuture.completedFuture(
            Attempt.answered(clock.instant(), status, retryAfter, Duration.ofMillis(12)));
  }
}
