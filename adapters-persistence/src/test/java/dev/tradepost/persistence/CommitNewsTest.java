package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.UseCases;
import dev.tradepost.application.contract.TestClock;
import dev.tradepost.application.inventory.OpenWarehouse;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.port.Views;
import dev.tradepost.persistence.shared.Commit;
import dev.tradepost.persistence.shared.Database;
import dev.tradepost.persistence.shared.JdbiTransactions;
import dev.tradepost.persistence.shared.JdbiViews;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits for events is told of each commit that has some, when they can be read. */
class CommitNewsTest {
  @TempDir private Path directory;

  /** The number of the last event that could be read each time somebody was told. */
  private final List<Long> told = new ArrayList<>();

  private interface Scene {
    void play(Transactions transactions, Views views) throws Exception;
  }

  private void with(Engine engine, Commit commit, Scene scene) throws Exception {
    try (Database database = Database.open(engine.create(directory, 2))) {
      Views views = JdbiViews.over(database.jdbi(), OneShop.SHOP);
      Transactions transactions =
          commit.over(
              database.jdbi(),
              database.dialect(),
              OneShop.SHOP,
              JdbiTransactions.sources(new TestClock()),
              () -> told.add(views.events().last()));
      scene.play(transactions, views);
    }
  }

  private static OpenWarehouse opening(int number) {
    return new OpenWarehouse(Optional.empty(), "Number " + number);
  }

  @ParameterizedTest
  @EnumSource
  void nobody_is_told_of_what_is_read_or_undone(Engine engine) throws Exception {
    for (Commit commit : Commit.values()) {
      told.clear();
      with(
          engine,
          commit,
          (transactions, views) -> {
            UseCases useCases = new UseCases(transactions, UseCaseObserver.NONE);
            transactions.run(OneShop.CLERK, work -> work.products().getAll(List.of()));
            assertThatThrownBy(
                    () ->
                        transactions.run(
                            OneShop.CLERK,
                            work -> {
                              opening(1).run(work);
                              throw new IllegalArgumentException("a bug");
                            }))
                .isInstanceOf(IllegalArgumentException.class);
            assertThat(told).as("%s", commit).isEmpty();

            useCases.execute(OneShop.CLERK, opening(1));
            assertThat(told)
                .as("%s", commit)
                .containsExactly(views.events().last())
                .isNotEqualTo(0L);
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_group_is_told_of_once(Engine engine) throws Exception {
    with(
        engine,
        Commit.GROUP,
        (transactions, views) -> {
          List<Function<Transactions, Object>> works = new ArrayList<>();
          IntStream.range(0, 30)
              .forEach(
                  i ->
                      works.add(
                          it ->
                              new UseCases(it, UseCaseObserver.NONE)
                                  .execute(OneShop.CLERK, opening(i))));
          for (FutureTask<Object> task : OneGroup.run(transactions, works, told::clear)) {
            task.get();
          }
          assertThat(told).containsExactly(views.events().last());
          assertThat(views.events().last()).isGreaterThanOrEqualTo(30);
        });
  }
}
