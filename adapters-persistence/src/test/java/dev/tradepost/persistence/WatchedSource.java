package dev.tradepost.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Stands between the code and a data source: counts every statement and commit, and can break the
 * connection at one of them.
 */
final class WatchedSource implements InvocationHandler {
  private static final Class<?>[] SHOWN = {
    DataSource.class, Connection.class, PreparedStatement.class, Statement.class
  };

  private final Object target;
  private final AtomicInteger count;
  private final AtomicInteger breakAt;

  private WatchedSource(Object target, AtomicInteger count, AtomicInteger breakAt) {
    this.target = target;
    this.count = count;
    this.breakAt = breakAt;
  }

  /**
   * Watches a data source.
   *
   * @param count goes up by one with each statement, batch, commit and partial rollback that is
   *     about to run
   * @param breakAt the count at which the connection breaks instead; 0 for never
   */
  static DataSource over(DataSource source, AtomicInteger count, AtomicInteger breakAt) {
    return (DataSource) watch(source, DataSource.class, count, breakAt);
  }

  private static Object watch(
      Object target, Class<?> shown, AtomicInteger count, AtomicInteger breakAt) {
    return Proxy.newProxyInstance(
        WatchedSource.class.getClassLoader(),
        new Class<?>[] {shown},
        new WatchedSource(target, count, breakAt));
  }

  /** A rollback of all is none: who gives up is not stopped. */
  private static boolean isStep(Method method) {
    return method.getName().startsWith("execute")
        || method.getName().equals("commit")
        || method.getName().equals("rollback") && method.getParameterCount() == 1;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (isStep(method)) {
      if (count.incrementAndGet() == breakAt.get()) {
        throw new SQLException("the connection broke on purpose", "08006");
      }
    }
    try {
      Object result = method.invoke(target, arguments);
      return result != null && Set.of(SHOWN).contains(method.getReturnType())
          ? watch(result, method.getReturnType(), count, breakAt)
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
