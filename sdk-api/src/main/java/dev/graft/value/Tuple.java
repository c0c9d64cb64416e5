package dev.graft.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Python tuple: immutable, and never equal to a list. */
public final class Tuple implements Iterable<@Nullable Object> {
  private static final Tuple EMPTY = new Tuple(List.of());

  private final List<@Nullable Object> items;

  private Tuple(List<@Nullable Object> items) {
    this.items = items;
  }

  /** A tuple of these portable values. */
  public static Tuple of(@Nullable Object... items) {
    return items.length == 0 ? EMPTY : copyOf(Arrays.<@Nullable Object>asList(items));
  }

  /** A tuple of the portable values of a list. */
  public static Tuple copyOf(List<? extends @Nullable Object> items) {
    return items.isEmpty()
        ? EMPTY
        : new Tuple(Collections.unmodifiableList(new ArrayList<@Nullable Object>(items)));
  }

  /** The number of items. */
  public int size() {
    return items.size();
  }

  /**
   * The item at an index from 0.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public @Nullable Object get(int index) {
    return items.get(index);
  }

  /** The items, as an unmodifiable view. */
  public List<@Nullable Object> items() {
    return items;
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return items.iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tuple tuple && items.equals(tuple.items);
  }

  @Override
  public int hashCode() {
    return 31 * items.hashCode() + "tuple".hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < items.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(items.get(i));
    }
    return text.append(items.size() == 1 ? ",)" : ")").toString();
  }
}
