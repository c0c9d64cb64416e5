package dev.graft.runtime.document;

import java.util.Comparator;

/**
 * A place in a text.
 *
 * @param line the line, from 1
 * @param column the column, from 1; counts UTF-16 code units
 */
public record Position(int line, int column) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

  /** Where every text begins. */
  public static final Position START = new Position(1, 1);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
