package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Corpus;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal parts of the cases, so that several machines share a run.
 *
 * @param number which, from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {
  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

  /** The shard of a text such as {@code 2/3}. */
  public static Shard parse(String text) throws CompatUsageException {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      Shard shard =
          new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
      if (shard.number <= shard.of) {
        return shard;
      }
    }
    throw new CompatUsageException(
        "--shard: \"%s\" is no part of a whole. Write 1/3 for the first of three.".formatted(text));
  }

  /** Its cases. They are sorted by node, so most nodes are opened in one shard only. */
  Corpus of(Corpus whole) {
    List<Case> cases = whole.cases();
    long size = cases.size();
    return new Corpus(cases.subList((int) (size * (number - 1) / of), (int) (size * number / of)));
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
