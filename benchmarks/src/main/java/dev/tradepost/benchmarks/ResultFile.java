package dev.tradepost.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Markdown file of which a run replaces the result and nothing else. */
record ResultFile(Path path) {
  private static final String BEGIN = "<!-- result -->";
  private static final String END = "<!-- /result -->";

  /** Refuses a file without a place for the result, before anything is measured. */
  void requirePlace() throws IOException {
    String text = Files.exists(path) ? Files.readString(path) : BEGIN + END;
    int begin = text.indexOf(BEGIN);
    if (begin < 0 || text.indexOf(END) < begin) {
      throw new Options.Invalid("--out: " + path + " has no " + BEGIN + " and " + END);
    }
  }

  /** Puts the result in, and beside the file a picture of the ratios, where there are any. */
  void replace(String result, List<RatioAim.Reached> ratios) throws IOException {
    if (ratios.isEmpty()) {
      replace(result);
      return;
    }
    Path picture = path.resolveSibling(pictureName());
    Files.writeString(picture, RatioPlot.svg(ratios));
    String shown = "![Each ratio beside its aim](" + pictureName() + ")\n";
    replace(result + "\n" + shown);
  }

  private String pictureName() {
    return path.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".svg";
  }

  void replace(String result) throws IOException {
    String text = Files.exists(path) ? Files.readString(path) : BEGIN + END + "\n";
    String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
    Files.writeString(path, before + "\n\n" + result + "\n" + text.substring(text.indexOf(END)));
  }
}
