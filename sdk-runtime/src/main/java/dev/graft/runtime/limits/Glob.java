package dev.graft.runtime.limits;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A pattern in which {@code *} stands for any text; all else stands for itself.
 *
 * @param text the pattern
 */
public record Glob(String text) {
  /** Whether the whole of a text matches. */
  public boolean matches(String other) {
    return matcher(other).matches();
  }

  /** Whether some text matches that begins so: the rest of a pattern always matches something. */
  public boolean matchesSomeFrom(String beginning) {
    return IntStream.rangeClosed(0, text.length())
        .mapToObj(end -> new Glob(text.substring(0, end)))
        .anyMatch(part -> part.matches(beginning));
  }

  private Matcher matcher(String other) {
    StringBuilder regex = new StringBuilder();
    int from = 0;
    for (int star = text.indexOf('*'); star >= 0; star = text.indexOf('*', from)) {
      regex.append(Pattern.quote(text.substring(from, star))).append(".*");
      from = star + 1;
    }
    regex.append(Pattern.quote(text.substring(from)));
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(other);
  }

  @Override
  public String toString() {
    return text;
  }
}
