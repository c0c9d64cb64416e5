package dev.graft.compat.record;

import dev.graft.compat.subject.OpaqueParts;
import dev.graft.compat.subject.ValueText;
import dev.graft.runtime.backend.ValueCopy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the input of a node into stretches, and keeps those that are unlike all before. Used by one
 * thread at a time.
 */
public final class Stretches {
  /** A case file is read by people, and lies in a repository. */
  static final int LARGEST = 1 << 18;

  /** An input in which nothing new comes may be endless. */
  static final long MOST_ITEMS = 1_000_000;

  private final int length;
  private final int limit;
  private final List<Stretch> kept = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final List<@Nullable Object> current = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private long first;
  private long seen;
  private long unfit;

  /**
   * For one node.
   *
   * @param length how many items a stretch has: one for a node that remembers nothing
   * @param limit how many stretches are kept at most
   */
  public Stretches(int length, int limit) {
    this.length = length;
    this.limit = limit;
  }

  /** Takes what came next, and says whether more is wanted. */
  boolean take(@Nullable Object item) {
    if (isFull()) {
      return false;
    }
    Object copy = ValueCopy.of(item);
    String written = ValueText.of(copy);
    if (OpaqueParts.in(copy).isPresent() || text.length() + written.length() > LARGEST) {
      unfit++;
      cut(); // what follows an item that is left out does not follow what came before it
    } else {
      if (current.isEmpty()) {
        first = seen;
      }
      current.add(copy);
      text.append(written).append('\n');
      if (current.size() == length) {
        cut();
      }
    }
    seen++;
    return !isFull();
  }

  /** The input is over. */
  void end() {
    if (!isFull()) {
      cut();
    }
  }

  private void cut() {
    if (!current.isEmpty() && known.add(text.toString())) {
      kept.add(new Stretch(first, current));
    }
    current.clear();
    text.setLength(0);
  }

  private boolean isFull() {
    return kept.size() >= limit || seen >= MOST_ITEMS;
  }

  /** What is kept, in the order in which it came. */
  public List<Stretch> kept() {
    return List.copyOf(kept);
  }

  /** How many items came, up to the moment when no more were wanted. */
  public long seen() {
    return seen;
  }

  /** How many of them no case can hold: they are too large, or hold an opaque reference. */
  public long unfit() {
    return unfit;
  }
}
