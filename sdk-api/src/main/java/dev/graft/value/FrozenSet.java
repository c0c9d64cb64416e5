package dev.graft.value;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Python frozenset: an immutable set, which may be a dict key or an item of another set. Never
 * equal to a {@link Set}, which is Python's mutable one.
 */
public final class FrozenSet implements Iterable<@Nullable Object> {
  private static final FrozenSet EMPTY = new FrozenSet(Set.of());

  private final Set<@Nullable Object> items;
  private final int hash;

  private FrozenSet(Set<@Nullable Object> items) {
    this.items = items;
    this.hash = Objects.hash("frozenset", items);
  }

  /** A frozenset of these portable values; a repeated one counts once. */
  public static FrozenSet copyOf(Collection<? extends @Nullable Object> items) {
    return items.isEmpty()
        ? EMPTY
        : new FrozenSet(Collections.unmodifiableSet(new LinkedHashSet<@Nullable Object>(items)));
  }

  /** The number of items. */
  public int size() {
    return items.size();
  }

  /** The items, as an unmodifiable view. */
  public Set<@Nullable Object> items() {
    return items;
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return items.iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FrozenSet set && items.equals(set.items);
  }

  @Override
  public int hashCode() {
    return hash; // sets of sets of sets ask for it often
  }

  @Override
  public String toString() {
    return "frozenset(" + items + ")";
  }
}
