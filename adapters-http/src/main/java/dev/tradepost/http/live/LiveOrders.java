package dev.tradepost.http.live;

import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every open socket what it may hear: first what it has missed, read from the log page by
 * page as fast as it takes them, then what the relay brings. No event is left out in between, and
 * none is told twice.
 */
public final class LiveOrders implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveOrders.class);
  private static final int PAGE = 200;
  private static final int HEARTBEAT_SECONDS = 15;

  private final EventViews events;
  private final Clock clock;
  private final Map<Stream, Progress> streams = new ConcurrentHashMap<>();
  private final ExecutorService readers = Executors.newFixedThreadPool(2, LiveOrders::thread);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(LiveOrders::thread);

  /** Held while streams are told, in turns: fair, so that an event waits for one heartbeat only. */
  private final ReentrantLock telling = new ReentrantLock(true);

  private long delivered;

  /** How far a stream is: what it has missed is read by one thread at a time. */
  private static final class Progress {
    private long position;
    private boolean reading;
    private volatile boolean live;

    Progress(long position) {
      this.position = position;
    }

    synchronized boolean beginReading() {
      boolean begin = !live && !reading;
      reading |= begin;
      return begin;
    }

    synchronized void endReading() {
      reading = false;
    }
  }

  public LiveOrders(EventViews events, Clock clock) {
    this.events = events;
    this.clock = clock;
    this.delivered = events.last();
    timer.scheduleWithFixedDelay(this::endExpired, 1, 1, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(
        this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "live");
    thread.setDaemon(true);
    return thread;
  }

  /** What the relay brings: queued for whoever hears it, without waiting for anybody. */
  public void accept(List<Logged> fresh) {
    inTurn(() -> fresh.forEach(this::tell));
  }

  private void inTurn(Runnable told) {
    telling.lock();
    try {
      told.run();
    } finally {
      telling.unlock();
    }
  }

  private void tell(Logged event) {
    Optional<Frame> frame = Frames.of(event);
    frame.ifPresent(
        it ->
            streams.forEach(
                (stream, progress) -> {
                  boolean fresher = progress.live && it.seq() > progress.position;
                  if (fresher && stream.listener().hears(event.owner(), it)) {
                    stream.send(it.text());
                  }
                }));
    delivered = event.seq();
  }

  /** A socket has opened. */
  void open(Stream stream) {
    long start;
    try {
      start = stream.listener().since().orElseGet(events::last);
    } catch (RuntimeException e) {
      unreadable(stream, e);
      return;
    }
    Progress progress = new Progress(start);
    streams.put(stream, progress);
    stream.whenEmpty(() -> catchUp(stream, progress));
    stream.send(Frames.started(start));
  }

  /** A socket has closed. */
  void closed(Stream stream) {
    stream.gone();
    streams.remove(stream);
  }

  private void catchUp(Stream stream, Progress progress) {
    if (stream.isOpen() && !readers.isShutdown() && progress.beginReading()) {
      readers.execute(() -> readOn(stream, progress));
    }
  }

  /** Reads on until there is something for this stream, which it has to take first, or no more. */
  private void readOn(Stream stream, Progress progress) {
    try {
      boolean told = false;
      while (!told && !progress.live && stream.isOpen()) {
        List<Logged> page = page(stream, progress);
        told = tell(stream, progress, page);
        if (page.size() < PAGE) {
          goLive(stream, progress);
        }
      }
    } catch (RuntimeException e) {
      unreadable(stream, e);
    } finally {
      progress.endReading();
    }
    if (stream.isIdle()) {
      catchUp(stream, progress);
    }
  }

  /** What the fault was is for the log alone: the client may be anybody. */
  private static void unreadable(Stream stream, RuntimeException fault) {
    LOG.warn("a live stream could not be read on and is closed", fault);
    stream.close(1011, "cannot be read now: connect again with since, to resume");
  }

  private List<Logged> page(Stream stream, Progress progress) {
    return events.after(progress.position, stream.listener().filter(), PAGE);
  }

  /**
   * The rest is read while the relay waits, so that nothing comes in between; what the log has
   * already and the relay brings later is not told again.
   */
  private void goLive(Stream stream, Progress progress) {
    inTurn(
        () -> {
          List<Logged> rest;
          do {
            rest = page(stream, progress);
            tell(stream, progress, rest);
          } while (rest.size() == PAGE);
          progress.live = true;
        });
  }

  private static boolean tell(Stream stream, Progress progress, List<Logged> page) {
    boolean told = false;
    for (Logged event : page) {
      Optional<Frame> frame = Frames.of(event);
      if (frame.isPresent() && stream.listener().hears(event.owner(), frame.get())) {
        stream.send(frame.get().text());
        told = true;
      }
      progress.position = event.seq();
    }
    return told;
  }

  private void endExpired() {
    Instant now = clock.instant();
    streams
        .keySet()
        .forEach(
            stream -> {
              if (now.isAfter(stream.listener().until())) {
                stream.close(4001, "the token has expired");
              }
            });
  }

  private void beat() {
    streams.forEach((stream, progress) -> inTurn(() -> beat(stream, progress)));
  }

  /** It says what was delivered, and that has been queued for this stream. */
  private void beat(Stream stream, Progress progress) {
    if (progress.live) {
      stream.send(Frames.heartbeat(delivered, clock.instant()));
    }
  }

  /** Ends all streams: the server restarts. */
  @Override
  public void close() {
    timer.shutdownNow();
    readers.shutdownNow();
    streams
        .keySet()
        .forEach(stream -> stream.close(1012, "the server restarts: resume with since"));
  }
}
