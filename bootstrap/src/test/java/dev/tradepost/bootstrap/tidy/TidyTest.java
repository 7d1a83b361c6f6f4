package dev.tradepost.bootstrap.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Keeps the sources readable; each message says how to mend what it found. */
class TidyTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int MAX_FILE = 300;
  private static final int MAX_METHOD = 40;
  private static final int MAX_LINE = 100;

  @Test
  void files_are_short_enough_to_be_read() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      if (lines > MAX_FILE) {
        found.add(name(file) + " has " + lines + " lines: find its second purpose, and split it");
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void lines_fit_a_screen() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).length() > MAX_LINE) {
          found.add(name(file) + ":" + (i + 1) + " is too long: break it, or name a part of it");
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void methods_do_one_thing() throws IOException {
    List<String> found = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      for (CompilationUnitTree unit : task.parse()) {
        new LongMethods(Trees.instance(task).getSourcePositions(), found).scan(unit, null);
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : sources()) {
      boolean main = file.toString().contains("/src/main/");
      if (main
          && !file.endsWith("module-info.java")
          && !Files.exists(file.resolveSibling("package-info.java"))) {
        found.add(name(file.getParent()) + " has no package-info.java: write its one sentence");
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void nothing_is_left_for_later() throws IOException {
    String later = "TO" + "DO";
    String mend = "FIX" + "ME";
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      if (text.contains(later) || text.contains(mend) || text.contains("@Dis" + "abled")) {
        found.add(name(file) + " puts something off: do it, or take it out and say so in an issue");
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      List<Path> sources =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/target/"))
              .toList();
      assertThat(sources).hasSizeGreaterThan(100);
      return sources;
    }
  }

  private static String name(Path file) {
    return ROOT.relativize(file).toString();
  }

  private static final class LongMethods extends TreePathScanner<Void, Void> {
    private final SourcePositions positions;
    private final List<String> found;

    LongMethods(SourcePositions positions, List<String> found) {
      this.positions = positions;
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      LineMap lines = unit.getLineMap();
      long start = positions.getStartPosition(unit, method);
      long end = positions.getEndPosition(unit, method);
      if (start >= 0 && end >= 0) {
        long length = lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
        if (length > MAX_METHOD) {
          String where = name(Path.of(unit.getSourceFile().toUri()));
          found.add(where + " " + method.getName() + " has " + length + " lines: name its parts");
        }
      }
      return super.visitMethod(method, nothing);
    }
  }
}
