package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S3-73: the history as a file for spreadsheets. */
@ParameterizedClass
@EnumSource(Engine.class)
class WalletHistoryJourneyTest {
  private static final String COLUMNS =
      "id,createdAt,type,kind,amount,currency,balanceAfter,referenceId,counterpartyWalletId,"
          + "category,detail";

  @Parameter Engine engine;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
  }

  private static List<String> rows(Answer file) {
    return file.body().lines().toList();
  }

  @Test // S3-73
  void the_history_is_a_file_with_a_row_of_names() {
    Purse ann = Purse.with(scene, "1234567.50");
    Purse bob = Purse.empty(scene);
    Answer sent = ann.transfer(bob, 10).expect(201);
    Answer file = ann.get("/transactions.csv").expect(200);
    assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"transactions-" + ann.id() + ".csv\"");
    List<String> rows = rows(file);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).isEqualTo(COLUMNS);
    assertThat(rows.get(1))
        .contains(sent.at("/id"), sent.at("/createdAt"), sent.at("/referenceId"), bob.id())
        .contains(",TRANSFER_OUT,TRANSFER,10,USD,1234557.5,");
    assertThat(rows.get(2)).contains(",CREDIT,ADD,1234567.5,USD,1234567.5,,,,");
    assertThat(rows(bob.get("/transactions.csv?type=DEBIT").expect(200))).containsExactly(COLUMNS);
  }

  @Test // S3-73
  void who_accepts_csv_gets_the_file_and_who_accepts_json_a_page() {
    Purse ann = Purse.with(scene, "5");
    Client csv = ann.owner().with("Accept", "text/csv");
    String path = "/wallet/" + ann.id() + "/transactions";
    Answer file = csv.get(path + "?type=CREDIT").expect(200);
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    assertThat(file.body()).isEqualTo(ann.get("/transactions.csv").body());
    for (String accept : List.of("application/json", "*/*", "text/csv, application/json")) {
      Answer page = ann.owner().with("Accept", accept).get(path).expect(200);
      assertThat(page.header("Content-Type")).startsWith("application/json");
    }
    Answer picture = ann.owner().with("Accept", "image/png").get(path).expect(406);
    assertThat(picture.header("Content-Type")).startsWith("application/problem+json");
    assertThat(picture.at("/detail")).contains("text/csv");
    assertThat(csv.get("/wallet/mine").expect(406).at("/code")).isEqualTo("not-acceptable");
    Answer nowhere = csv.get("/wallet/nope/transactions").expect(404);
    assertThat(nowhere.header("Content-Type")).startsWith("application/problem+json");
    csv.get(path + "?type=NOPE").expect(400);
    csv.get(path + ".csv?limit=1").expect(400);
    csv.get(path + ".csv?category=%00").expect(400);
  }

  @Test // S3-73
  void no_text_in_the_file_is_taken_for_a_formula() {
    Purse ann = Purse.with(scene, "100");
    for (String category : List.of("=1+1", "@x", "-2", "+3", "fine", "a \"quoted\", listed")) {
      ann.deduct(1, Map.of("category", category)).expect(201);
    }
    List<String> rows = rows(ann.get("/transactions.csv?type=DEBIT").expect(200));
    assertThat(rows).hasSize(7);
    List<String> cells = rows.stream().skip(1).map(row -> row.split(",,,", 2)[1]).toList();
    assertThat(cells)
        .containsExactly(
            "\"a \"\"quoted\"\", listed\",",
            "fine,",
            "\"'+3\",",
            "\"'-2\",",
            "\"'@x\",",
            "\"'=1+1\",");
    assertThat(rows.get(1)).contains(",1,USD,94,");
    assertThat(ann.history("category")).contains("=1+1", "@x", "-2", "+3");
  }

  @Test // S3-72, S3-73
  void the_file_is_filtered_as_the_list_is() {
    Purse ann = Purse.with(scene, "100");
    ann.deduct(10, Map.of("category", "food")).expect(201);
    ann.deduct(20, Map.of("category", "recharge")).expect(201);
    Answer food = ann.get("/transactions.csv?category=food&type=DEBIT").expect(200);
    assertThat(rows(food)).hasSize(2);
    assertThat(rows(food).get(1)).contains(",10,USD,90,").endsWith("food,");
    String second = ann.get("/transactions").expect(200).at("/data/1/createdAt");
    assertThat(rows(ann.get("/transactions.csv?from=" + second).expect(200))).hasSize(3);
    assertThat(rows(ann.get("/transactions.csv?to=" + second).expect(200))).hasSize(2);
  }

  @Test // S3-73
  void the_file_has_more_lines_than_a_page() {
    Purse ann = Purse.empty(scene);
    Answer[] added = Scene.together(8, i -> addMany(ann, 15));
    assertThat(added).extracting(Answer::status).containsOnly(201);
    List<String> rows = rows(ann.get("/transactions.csv").expect(200));
    assertThat(rows).hasSize(121).doesNotHaveDuplicates();
    assertThat(rows.get(1)).contains(",1,USD,120,");
    assertThat(rows.get(120)).contains(",1,USD,1,");
  }

  private static Answer addMany(Purse purse, int times) {
    Answer last = purse.add(1);
    for (int i = 1; i < times; i++) {
      last = purse.add(1).expect(201);
    }
    return last;
  }
}
