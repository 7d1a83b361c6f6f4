package dev.tradepost.http.live;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One socket: a bounded queue of texts that are sent one after the other, as fast as the other side
 * takes them, by whatever thread is told that the last one has left. Nobody waits for it.
 */
final class Stream {
  /** How many frames may wait for a consumer. */
  static final int CAPACITY = 1_000;

  /** Closed because it read too slowly; what it has missed is had with {@code since}. */
  static final int TOO_SLOW = 4008;

  private final Session session;
  private final Listener listener;
  private final Deque<String> waiting = new ArrayDeque<>();
  private Runnable whenEmpty = () -> {};
  private boolean sending;
  private boolean closed;

  Stream(Session session, Listener listener) {
    this.session = session;
    this.listener = listener;
  }

  Listener listener() {
    return listener;
  }

  /** What to do each time nothing waits any more. */
  synchronized void whenEmpty(Runnable action) {
    whenEmpty = action;
  }

  /** Queues a text; where there is no room any more the socket is closed. */
  void send(String text) {
    boolean full;
    synchronized (this) {
      if (closed) {
        return;
      }
      full = waiting.size() >= CAPACITY;
      if (!full) {
        waiting.add(text);
      }
    }
    if (full) {
      close(TOO_SLOW, "too slow: connect again with since, to resume");
    } else {
      sendNext();
    }
  }

  private void sendNext() {
    String next;
    synchronized (this) {
      if (sending || closed || waiting.isEmpty()) {
        return;
      }
      sending = true;
      next = waiting.remove();
    }
    session.sendText(next, Callback.from(this::sent, failure -> close(1011, "cannot be sent")));
  }

  private void sent() {
    Runnable idle;
    synchronized (this) {
      sending = false;
      idle = waiting.isEmpty() ? whenEmpty : null;
    }
    if (idle == null) {
      sendNext();
    } else {
      idle.run();
    }
  }

  /** Whether it has sent all that it was given. */
  synchronized boolean isIdle() {
    return !sending && waiting.isEmpty();
  }

  synchronized boolean isOpen() {
    return !closed;
  }

  /** Closes the socket; what waits is not sent. */
  void close(int code, String reason) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    if (code == TOO_SLOW) {
      // The close frame leaves after what the peer has not read yet; one that reads nothing at all
      // is ended by the idle time of its socket.
      session.close(
          code, reason, Callback.from(session::disconnect, failure -> session.disconnect()));
    } else {
      session.close(code, reason, Callback.NOOP);
    }
  }

  /** The other side has gone. */
  synchronized void gone() {
    closed = true;
    waiting.clear();
  }
}
