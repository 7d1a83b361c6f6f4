package dev.tradepost.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Bars of the ratios, each as long as its share of its aim, so that one line is the aim of all; a
 * thin line shows from the lowest to the highest of the rounds. Nothing past two and a half times
 * the aim is drawn.
 */
final class RatioPlot {
  private static final int WIDTH = 900;
  private static final int TEXT = 430;
  private static final int RIGHT = 110;
  private static final int ROW = 26;
  private static final int TOP = 40;
  private static final double MOST = 2.5;
  private static final String MET = "#2a78b8";
  private static final String MISSED = "#d9742b";

  private final StringBuilder svg = new StringBuilder();

  private RatioPlot() {}

  static String svg(List<RatioAim.Reached> all) {
    RatioPlot plot = new RatioPlot();
    int height = TOP + ROW * all.size() + 10;
    plot.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"sans-serif\" font-size=\"13\">",
        WIDTH, height);
    plot.add("<title>What the server does for each one of its reference's</title>");
    plot.add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, height);
    for (int i = 0; i < all.size(); i++) {
      plot.bar(all.get(i), TOP + ROW * i);
    }
    plot.add(
        "<path d=\"M%1$.1f %2$d V%3$d\" stroke=\"black\" stroke-dasharray=\"4 3\"/>",
        x(1), TOP - 8, height - 8);
    plot.add("<text x=\"%.1f\" y=\"22\" text-anchor=\"middle\">the aim</text>", x(1));
    plot.add("</svg>");
    return plot.svg.toString();
  }

  private void bar(RatioAim.Reached reached, int y) {
    double aim = reached.aim().least();
    double median = reached.ratio().median();
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
        TEXT - 8, y + 14, escaped(reached.aim().what()));
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"18\" fill=\"%s\"/>",
        TEXT, y, x(median / aim) - TEXT, reached.isMet() ? MET : MISSED);
    add(
        "<path d=\"M%.1f %d H%.1f\" stroke=\"black\"/>",
        x(reached.ratio().lowest() / aim), y + 9, x(reached.ratio().highest() / aim));
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.2f, aim %.1f</text>",
        WIDTH - 6, y + 14, median, aim);
  }

  /** Where a share of the aim is. */
  private static double x(double share) {
    return TEXT + Math.min(share, MOST) / MOST * (WIDTH - RIGHT - TEXT);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private void add(String line, Object... values) {
    svg.append(String.format(Locale.ROOT, line, values)).append('\n');
  }
}
