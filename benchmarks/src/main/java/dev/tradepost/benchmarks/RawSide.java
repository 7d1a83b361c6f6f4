package dev.tradepost.benchmarks;

import dev.tradepost.persistence.shared.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * The same SQL in a loop over plain JDBC, on a database of its own with the same schema and
 * settings. No more connections than the server has; on the embedded database one writer at a time,
 * as there.
 */
final class RawSide implements Side {
  static final int CONNECTIONS = 8;

  private final OrderIds orders = new OrderIds();
  private final ReentrantLock writer = new ReentrantLock(true);
  private final Database database;
  private final boolean singleWriter;
  private final List<Handle> handles = new ArrayList<>();
  private final BlockingDeque<RawOrders> free = new LinkedBlockingDeque<>();

  private RawSide(Database database, boolean singleWriter) {
    this.database = database;
    this.singleWriter = singleWriter;
  }

  /** Opens the database, with its schema, and fills it. */
  static RawSide stocked(Database.Location location, boolean singleWriter) throws SQLException {
    RawSide side = new RawSide(Database.open(location), singleWriter);
    for (int i = 0; i < CONNECTIONS; i++) {
      Handle handle = side.database.jdbi().open();
      side.handles.add(handle);
      side.free.add(new RawOrders(new RawConnection(handle.getConnection())));
    }
    side.free.getFirst().stock();
    return side;
  }

  /** The product and version of the database. */
  String version() throws SQLException {
    var data = handles.get(0).getConnection().getMetaData();
    return data.getDatabaseProductName() + " " + data.getDatabaseProductVersion().split(" ")[0];
  }

  @Override
  public Worker worker(Step step, int number) {
    return new Loop(step, new Random(number));
  }

  @Override
  public void close() {
    handles.forEach(Handle::close);
    database.close();
  }

  private final class Loop implements Worker {
    private final Step step;
    private final Random random;

    Loop(Step step, Random random) {
      this.step = step;
      this.random = random;
    }

    @Override
    public boolean once() throws SQLException, InterruptedException {
      boolean alone = singleWriter && (step == Step.CREATE || step == Step.CANCEL);
      if (alone) {
        writer.lock();
      }
      try {
        RawOrders db = free.takeFirst();
        try {
          return run(db);
        } finally {
          free.addFirst(db);
        }
      } finally {
        if (alone) {
          writer.unlock();
        }
      }
    }

    private boolean run(RawOrders db) throws SQLException {
      switch (step) {
        case CREATE -> orders.add(db.create(Goods.two(random)));
        case STOCK -> db.checkStock(Goods.any(random));
        case GET -> db.get(orders.any(random));
        case CANCEL -> {
          UUID id = orders.take();
          if (id == null) {
            return false;
          }
          db.cancel(id);
        }
      }
      return true;
    }

    @Override
    public void close() {}
  }
}
