package dev.tradepost.persistence.shared;

import java.util.ArrayList;
import java.util.List;

/** Rows that wait to be added. */
public final class Pending<R> implements Staging {
  private final List<R> rows = new ArrayList<>();
  private int accepted;

  public void add(R row) {
    rows.add(row);
  }

  /** All of them, those of the running command too. */
  public List<R> all() {
    return rows;
  }

  @Override
  public void accept() {
    accepted = rows.size();
  }

  @Override
  public void undo() {
    rows.subList(accepted, rows.size()).clear();
  }
}
