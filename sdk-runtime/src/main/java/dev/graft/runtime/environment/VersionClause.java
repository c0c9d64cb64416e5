package dev.graft.runtime.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition on a version, such as {@code >=1.26}. Only numbered releases are compared: what
 * stands behind the numbers ({@code rc1}, {@code +cu121}) does not count.
 *
 * @param operator how it is compared
 * @param release with what
 */
record VersionClause(Operator operator, List<Integer> release) {
  private static final Pattern FORM =
      Pattern.compile("\\s*(==|!=|<=|>=|~=|<|>)\\s*v?(\\d{1,9}(?:\\.\\d{1,9})*)(\\.\\*)?\\s*");
  private static final Pattern RELEASE =
      Pattern.compile("v?(?:\\d+!)?(\\d{1,9}(?:\\.\\d{1,9})*).*");

  /** How versions are compared. */
  enum Operator {
    EQUAL,
    PREFIX,
    NOT_EQUAL,
    NOT_PREFIX,
    AT_MOST,
    AT_LEAST,
    COMPATIBLE,
    LESS,
    GREATER
  }

  /** The clause of a text; empty if it says more than numbers can. */
  static Optional<VersionClause> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean prefix = form.group(3) != null;
    Operator operator =
        switch (form.group(1)) {
          case "==" -> prefix ? Operator.PREFIX : Operator.EQUAL;
          case "!=" -> prefix ? Operator.NOT_PREFIX : Operator.NOT_EQUAL;
          case "<=" -> Operator.AT_MOST;
          case ">=" -> Operator.AT_LEAST;
          case "~=" -> Operator.COMPATIBLE;
          case "<" -> Operator.LESS;
          default -> Operator.GREATER;
        };
    return Optional.of(new VersionClause(operator, numbers(form.group(2))));
  }

  /** Whether a version satisfies it; one that is no numbered release does. */
  boolean accepts(String version) {
    Matcher form = RELEASE.matcher(version);
    if (!form.matches()) {
      return true;
    }
    List<Integer> actual = numbers(form.group(1));
    int order = compare(actual, release);
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case PREFIX -> startsWith(actual, release);
      case NOT_PREFIX -> !startsWith(actual, release);
      case AT_MOST -> order <= 0;
      case AT_LEAST -> order >= 0;
      case LESS -> order < 0;
      case GREATER -> order > 0;
      case COMPATIBLE ->
          order >= 0 && startsWith(actual, release.subList(0, Math.max(1, release.size() - 1)));
    };
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      int order = Integer.compare(at(a, i), at(b, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static boolean startsWith(List<Integer> version, List<Integer> start) {
    for (int i = 0; i < start.size(); i++) {
      if (at(version, i) != at(start, i)) {
        return false;
      }
    }
    return true;
  }

  private static int at(List<Integer> numbers, int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      numbers.add(Integer.valueOf(part));
    }
    return numbers;
  }
}
