package dev.graft.runtime.manifest;

import dev.graft.runtime.document.Position;
import dev.graft.runtime.document.Spot;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with a manifest, or with a file that it names.
 *
 * @param source the file; empty if the manifest was made by a program
 * @param position where it stands in the file, if that is known
 * @param place which part of the manifest it is
 * @param fact what is wrong and how to mend it
 */
public record Problem(String source, Optional<Position> position, Place place, String fact) {
  private static final Pattern LINE =
      Pattern.compile("(.+?):(\\d{1,9}):(\\d{1,9}): (.+)", Pattern.DOTALL);

  /** By position; what has none comes last, as it was found. */
  static final Comparator<Problem> ORDER =
      Comparator.comparing(
          problem -> problem.position().orElse(new Position(Integer.MAX_VALUE, 0)));

  /** A problem of a manifest; where it stands is filled in by {@link #in}. */
  public static Problem of(Place place, String fact) {
    return new Problem("", Optional.empty(), place, fact);
  }

  /**
   * A problem in a file that the manifest names.
   *
   * @param place where the manifest names it
   * @param line {@code file:line:column: fact}, or just the fact
   */
  public static Problem elsewhere(Place place, String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches()
        ? new Problem(
            parts.group(1),
            Optional.of(
                new Position(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)))),
            Place.WHOLE,
            parts.group(4))
        : of(place, line);
  }

  /** The same with its position in the manifest's text. */
  public Problem in(Origin origin) {
    if (!source.isEmpty()) {
      return this;
    }
    return new Problem(
        origin.source(),
        origin
            .spot()
            .map(spot -> spot.find(place.path()))
            .map(spot -> points(spot) ? spot.key() : spot.position()),
        place,
        fact);
  }

  /** A key that is not there has no spot of its own. */
  private boolean points(Spot spot) {
    return place.isKey() && spot.path().equals(place.path());
  }

  /** The same without file and position: a node by its id, the fact. */
  public String words() {
    return joined(place.spoken(), fact);
  }

  /** One line, as a person reads it: the file with line and column, the place, the fact. */
  @Override
  public String toString() {
    if (source.isEmpty()) {
      return words();
    }
    String at = position.map(known -> source + ":" + known).orElse(source);
    return joined(at, joined(place.path(), fact));
  }

  private static String joined(String place, String fact) {
    return place.isEmpty() ? fact : place + ": " + fact;
  }
}
