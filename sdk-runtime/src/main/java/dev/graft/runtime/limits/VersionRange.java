package dev.graft.runtime.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions such as {@code >=25.0 <26}; {@code *} is all of them.
 *
 * @param text the range
 */
public record VersionRange(String text) {
  private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|=)?(\\d+(?:\\.\\d+)*)");
  private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+|\\d+");

  /** Whether it can be read. */
  public boolean isValid() {
    return text.equals("*") || bounds().stream().allMatch(each -> BOUND.matcher(each).matches());
  }

  /** Whether it holds the first version that a text names. A text without one is in any range. */
  public boolean contains(String implementation) {
    Matcher version = VERSION.matcher(implementation);
    if (text.equals("*") || !version.find()) {
      return true;
    }
    return bounds().stream().allMatch(each -> holds(each, version.group()));
  }

  private List<String> bounds() {
    List<String> bounds = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\S+").matcher(text);
    while (matcher.find()) {
      bounds.add(matcher.group());
    }
    return bounds;
  }

  private static boolean holds(String bound, String version) {
    Matcher matcher = BOUND.matcher(bound);
    if (!matcher.matches()) {
      return false;
    }
    int order = compare(version, matcher.group(2));
    String sign = matcher.group(1) == null ? "=" : matcher.group(1);
    return switch (sign) {
      case ">=" -> order >= 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case "<" -> order < 0;
      default -> order == 0;
    };
  }

  private static int compare(String a, String b) {
    List<Integer> x = numbers(a);
    List<Integer> y = numbers(b);
    for (int i = 0; i < Math.max(x.size(), y.size()); i++) {
      int order = Integer.compare(i < x.size() ? x.get(i) : 0, i < y.size() ? y.get(i) : 0);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<Integer> numbers(String version) {
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\d+").matcher(version);
    while (matcher.find()) {
      numbers.add(Integer.valueOf(matcher.group()));
    }
    return numbers;
  }
}
