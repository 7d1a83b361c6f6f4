package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.order.PlaceOrders;
import dev.tradepost.application.port.Busy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Places many orders in parts, each in a transaction of its own, so that none holds its locks for
 * long and a fault of the database takes one part along and no other. All or nothing is one part.
 *
 * <p>With an idempotency key every part keeps its own answer, the first one under the key itself.
 * Where a fault ends the request in the middle, the same request sent again finds the parts that
 * were done and does the others: no order is placed twice, and the answer is the one the first
 * request would have got.
 *
 * <p>Without a key nobody could send the rest again. There the rows of the part that met the fault,
 * and of those after it, are answered as not taken; only where the first part fails is {@link Busy}
 * thrown.
 */
public final class PlaceInParts {
  private static final int SIZE = 100;

  private final UseCases useCases;
  private final int size;

  public PlaceInParts(UseCases useCases) {
    this(useCases, SIZE);
  }

  /**
   * The same with parts of another size.
   *
   * @param size the most orders a transaction places
   */
  public PlaceInParts(UseCases useCases, int size) {
    this.useCases = useCases;
    this.size = size;
  }

  /**
   * The answer of all parts; refuses what {@link PlaceOrders} refuses.
   *
   * @param part renders the rows of one part, as they are kept for the key; a pure function
   * @param whole puts the rendered parts together; a pure function
   */
  public Answer place(
      Actor actor,
      Optional<Once> once,
      PlaceOrders orders,
      Function<List<PlaceOrders.Row>, String> part,
      Function<List<String>, String> whole) {
    List<String> texts = new ArrayList<>();
    boolean replayed = true;
    boolean faulty = false;
    for (PlaceOrders some : orders.parts(size)) {
      Optional<Once> key = once.map(it -> some.first() == 0 ? it : it.step("from " + some.first()));
      Answer answer;
      try {
        answer = faulty ? notTaken(some, part) : useCases.executeOnce(actor, key, some, part);
      } catch (Busy busy) {
        if (once.isPresent() || texts.isEmpty()) {
          throw busy;
        }
        faulty = true;
        answer = notTaken(some, part);
      }
      texts.add(answer.text());
      replayed &= answer.replayed();
    }
    return new Answer(whole.apply(texts), replayed);
  }

  private static Answer notTaken(
      PlaceOrders some, Function<List<PlaceOrders.Row>, String> rendering) {
    return new Answer(rendering.apply(some.notTaken()), false);
  }
}
