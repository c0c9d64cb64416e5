package dev.graft.bench;

import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Pairs;
import dev.graft.bench.report.Section;
import dev.graft.bench.report.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Audio nodes in Java beside NumPy and SciPy.
 *
 * @param rows by work
 */
record AudioSection(List<Row> rows) implements Section {
  AudioSection {
    rows = List.copyOf(rows);
  }

  /**
   * One kind of work.
   *
   * @param work what is done
   * @param java nanoseconds for ten seconds of stereo, one sample for each iteration
   * @param python the same right after each
   */
  record Row(AudioWork work, List<Double> java, List<Double> python) {
    Row {
      java = List.copyOf(java);
      python = List.copyOf(python);
    }

    private List<Double> ratios() {
      return Pairs.ratios(java, python);
    }
  }

  @Override
  public String name() {
    return "audio";
  }

  @Override
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        ### Audio: ten seconds of stereo at 48 kHz

        | work | Java node | in Python | | Java beside Python, 95 % |
        |---|---:|---|---:|---:|
        """);
    for (Row row : rows) {
      text.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  row.work().title(),
                  Figures.interval(row.java(), Figures::time),
                  row.work().peer(),
                  Figures.interval(row.python(), Figures::time),
                  Figures.interval(row.ratios(), Figures::times)));
    }
    text.append('\n');
    for (Row row : rows) {
      String what = "time of the Java node beside Python, " + row.work().title();
      text.append(new Target(what, 1, Figures::times).verdict(row.ratios())).append('\n');
    }
    return text.toString();
  }

  @Override
  public Object tree() {
    List<Object> trees = new ArrayList<>();
    for (Row row : rows) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("work", row.work().id());
      tree.put("nanos_java", Figures.tree(row.java()));
      tree.put("nanos_python", Figures.tree(row.python()));
      tree.put("ratio", Figures.tree(row.ratios()));
      trees.add(tree);
    }
    return trees;
  }
}
