package dev.tradepost.benchmarks;

import dev.tradepost.benchmarks.Operation.Kind;
import dev.tradepost.persistence.shared.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
  private final WalletIds wallets = new WalletIds();
  private final FxDeal fx = new FxDeal(FxDeal.TRADERS);
  private final ReentrantLock writer = new ReentrantLock(true);
  private final Database database;
  private final boolean singleWriter;
  private final List<Handle> handles = new ArrayList<>();
  private final BlockingDeque<Session> free = new LinkedBlockingDeque<>();

  private RawSide(Database database, boolean singleWriter) {
    this.database = database;
    this.singleWriter = singleWriter;
  }

  /** One connection, with all that can be done over it. */
  private record Session(
      RawOrders orders, RawWallets wallets, TransferFunction function, RawFx fx) {
    static Session over(RawConnection db) {
      return new Session(
          new RawOrders(db), new RawWallets(db), new TransferFunction(db), new RawFx(db));
    }
  }

  /** Opens the database, with its schema, and fills it with what the operations need. */
  static RawSide ready(Database.Location location, boolean singleWriter, Set<Kind> kinds)
      throws SQLException {
    RawSide side = new RawSide(Database.open(location), singleWriter);
    for (int i = 0; i < CONNECTIONS; i++) {
      Handle handle = side.database.jdbi().open();
      side.handles.add(handle);
      side.free.add(Session.over(new RawConnection(handle.getConnection())));
    }
    if (kinds.contains(Kind.ORDERS)) {
      side.free.getFirst().orders.stock();
    }
    if (kinds.contains(Kind.LARGE)) {
      side.free.getFirst().orders.stockLarge();
    }
    if (kinds.contains(Kind.WALLETS)) {
      side.free.getFirst().wallets.open(side.wallets);
      if (!singleWriter) {
        side.free.getFirst().function.create();
      }
    }
    if (kinds.contains(Kind.FX)) {
      side.free.getFirst().fx.open(FxDeal.TRADERS);
    }
    return side;
  }

  /** The product and version of the database. */
  String version() throws SQLException {
    var data = handles.get(0).getConnection().getMetaData();
    return data.getDatabaseProductName() + " " + data.getDatabaseProductVersion().split(" ")[0];
  }

  @Override
  public Sample run(Operation operation, int clients, double seconds) throws Exception {
    return Load.run(number -> new Loop(operation, new Random(number)), clients, seconds);
  }

  @Override
  public void close() {
    handles.forEach(Handle::close);
    database.close();
  }

  private final class Loop implements Load.Worker {
    private final Operation operation;
    private final Random random;

    Loop(Operation operation, Random random) {
      this.operation = operation;
      this.random = random;
    }

    @Override
    public boolean once() throws SQLException, InterruptedException {
      boolean alone = singleWriter && operation.isWriting();
      if (alone) {
        writer.lock();
      }
      try {
        Session db = free.takeFirst();
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

    private boolean run(Session db) throws SQLException {
      switch (operation) {
        case CREATE -> orders.add(db.orders.create(Goods.two(random)));
        case STOCK -> db.orders.checkStock(Goods.any(random));
        case GET -> db.orders.get(orders.any(random));
        case CANCEL -> {
          return cancel(db);
        }
        case FLASH_SALE -> db.orders.create(Goods.flash());
        case CREATE_LARGE -> db.orders.create(LargeGoods.some(random));
        case TRANSFER -> transfer(db, wallets.two(random));
        case TRANSFER_CALL -> call(db, wallets.two(random));
        case HOT_TRANSFER -> transfer(db, wallets.hot(random));
        case ADD -> db.wallets.add(wallets.any(random));
        case HISTORY -> db.wallets.history(wallets.read(random));
        case FX_PLACE -> fx.add(db.fx.place(fx.anyTrader(random)));
        case FX_TRADE -> {
          return trade(db);
        }
        case FX_SETTLE -> db.fx.settle(fx.anyTrader(random));
      }
      return true;
    }

    private boolean cancel(Session db) throws SQLException {
      UUID id = orders.take();
      if (id == null) {
        return false;
      }
      db.orders.cancel(id);
      return true;
    }

    private boolean trade(Session db) throws SQLException {
      UUID id = fx.take(random);
      if (id == null) {
        return false;
      }
      db.fx.trade(id);
      return true;
    }

    private void transfer(Session db, UUID... pair) throws SQLException {
      db.wallets.transfer(pair[0], pair[1]);
    }

    private void call(Session db, UUID... pair) throws SQLException {
      db.function.transfer(pair[0], pair[1]);
    }
  }
}
