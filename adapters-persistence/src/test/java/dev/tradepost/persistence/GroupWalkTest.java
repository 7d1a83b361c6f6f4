package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.port.Proof;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random commands in groups come to what the same commands come to one by one, in memory: who is
 * refused, why, and how everything stands afterwards.
 */
class GroupWalkTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int ROUNDS = 25;
  private static final int MOST_IN_A_ROUND = 14;

  @TempDir private Path directory;

  @ParameterizedTest // S2-09, S3-63, A29
  @EnumSource
  void a_group_comes_to_what_its_commands_come_to_one_by_one(Engine engine) throws Exception {
    try (Database database = Database.open(engine.create(directory, 4))) {
      OneShop shop = OneShop.over(database.jdbi(), database.dialect());
      TwinShop grouped = new TwinShop(shop.storage().transactions(), shop.storage().views());
      TwinShop single = TwinShop.inMemory();
      Random random = new Random(SEED);
      int refused = 0;
      for (int round = 0; round < ROUNDS; round++) {
        String where = "seed %d, round %d".formatted(SEED, round);
        List<TwinShop.Step> steps = steps(random);
        List<String> together = together(grouped, steps);
        assertThat(together).as(where + ": " + steps).isEqualTo(oneByOne(single, steps));
        assertThat(grouped.state()).as(where + ": " + steps).isEqualTo(single.state());
        refused += (int) together.stream().filter(it -> !it.equals("done")).count();
      }
      assertThat(database.proof().run()).as("seed %d", SEED).allMatch(Proof.Check::ok);
      assertThat(refused).as("seed %d", SEED).isBetween(ROUNDS / 2, ROUNDS * MOST_IN_A_ROUND / 2);
    }
  }

  private static List<TwinShop.Step> steps(Random random) {
    List<TwinShop.Step> steps = new ArrayList<>();
    int count = 2 + random.nextInt(MOST_IN_A_ROUND - 1);
    for (int i = 0; i < count; i++) {
      steps.add(TwinShop.Step.any(random));
    }
    return steps;
  }

  private static List<String> together(TwinShop shop, List<TwinShop.Step> steps) throws Exception {
    List<Function<Transactions, Object>> works = new ArrayList<>();
    for (TwinShop.Command command : shop.commands(steps)) {
      works.add(it -> execute(it, command.actor(), command.useCase()));
    }
    List<String> outcomes = new ArrayList<>();
    for (FutureTask<Object> task : OneGroup.run(shop.transactions(), works, () -> {})) {
      outcomes.add(outcome(shop, task));
    }
    return outcomes;
  }

  private static String outcome(TwinShop shop, FutureTask<Object> task)
      throws InterruptedException {
    try {
      shop.remember(task.get());
      return "done";
    } catch (ExecutionException e) {
      return ((Rejection) e.getCause()).reason().code();
    }
  }

  private static List<String> oneByOne(TwinShop shop, List<TwinShop.Step> steps) {
    List<String> outcomes = new ArrayList<>();
    List<Object> results = new ArrayList<>();
    for (TwinShop.Command command : shop.commands(steps)) {
      try {
        results.add(execute(shop.transactions(), command.actor(), command.useCase()));
        outcomes.add("done");
      } catch (Rejection refused) {
        outcomes.add(refused.reason().code());
      }
    }
    results.forEach(shop::remember);
    return outcomes;
  }

  private static Object execute(Transactions transactions, Actor actor, UseCase<?> useCase) {
    return new UseCases(transactions, UseCaseObserver.NONE).execute(actor, useCase);
  }
}
