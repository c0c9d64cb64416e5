package dev.graft.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures as a Markdown table. */
final class ResultTable {
  private ResultTable() {}

  /**
   * The lines.
   *
   * @param rows what was measured
   * @param before microseconds of direct calls inside CPython, taken before
   * @param after the same, taken after: how much the machine moved in between
   */
  static List<String> of(
      List<Measured> rows, Map<String, Double> before, Map<String, Double> after) {
    List<String> lines = new ArrayList<>();
    lines.add("| group | what | backend | µs per call | CPython direct, µs | ratio | older system, µs |");
    lines.add("|---|---|---|---:|---:|---:|---:|");
    for (Measured row : rows) {
      Double first = before.get(row.group().id());
      Double second = after.get(row.group().id());
      lines.add(
          "| %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  row.group().id(),
                  row.group().title(),
                  row.backend(),
                  withError(row),
                  direct(first, second),
                  ratio(row, first, second),
                  number(row.group().olderMicros())));
    }
    return lines;
  }

  private static String withError(Measured row) {
    String error = Double.isNaN(row.error()) ? "" : " ± " + number(row.error());
    return number(row.micros()) + error;
  }

  private static String direct(@Nullable Double first, @Nullable Double second) {
    return first == null || second == null ? "" : number(first) + " … " + number(second);
  }

  private static String ratio(Measured row, @Nullable Double first, @Nullable Double second) {
    return first == null || second == null
        ? ""
        : number(row.micros() / Math.sqrt(first * second)) + "×";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : value < 1000 ? "%.1f" : "%.0f", value);
  }
}
