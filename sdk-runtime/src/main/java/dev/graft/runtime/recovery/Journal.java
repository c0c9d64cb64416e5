package dev.graft.runtime.recovery;

import dev.graft.runtime.backend.Footprint;
import dev.graft.runtime.backend.KeyedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What it takes to bring a node to where it is: the state that was saved last, and the calls since.
 * Bounded in memory; when it is full and the state cannot be saved, the node cannot be brought back
 * any more, and the journal says why.
 */
final class Journal {
  private static final String CUT_SHORT =
      "a call that changed its state was ended in the middle and cannot be repeated";

  private final Care care;
  private final JournalLimits limits;
  private final List<Call> calls = new ArrayList<>();
  private List<KeyedState> base = List.of();
  private boolean fromStart = true;
  private long baseNanos = System.nanoTime();

  private boolean asked;
  private boolean stateless;
  private boolean urgent;
  private long saveNanos;
  private Optional<String> unsaveable = Optional.empty();
  private Optional<String> obstacle = Optional.empty();

  private long items;
  private long bytes;
  private long callNanos;

  Journal(Care care, JournalLimits limits) {
    this.care = care;
    this.limits = limits;
  }

  /** A call was answered, which took so long. */
  void add(Call call, long nanos) {
    if (stateless || obstacle.isPresent()) {
      return;
    }
    calls.add(call);
    items += call.items().size();
    bytes += Footprint.of(call.items());
    callNanos += nanos;
    if (unsaveable.isPresent() && isFull()) {
      lose(
          "its state cannot be saved (%s), and it has taken too much to repeat it all (%d items)"
              .formatted(unsaveable.orElseThrow(), items));
    }
  }

  /** What the last call did to the state cannot be repeated: it was ended in the middle. */
  void cutShort() {
    if (stateless) {
      return;
    }
    urgent = true;
    if (unsaveable.isPresent()) {
      lose("%s, and its state cannot be saved (%s)".formatted(CUT_SHORT, unsaveable.orElseThrow()));
    }
  }

  /** Whether it is time to save the state. It is also how to find out whether there is any. */
  boolean isDue() {
    if (stateless || unsaveable.isPresent()) {
      return false;
    } else if (!asked || urgent || care.effects()) {
      return true;
    }
    boolean wanted =
        items >= limits.items() || bytes >= limits.bytes() || callNanos >= limits.time().toNanos();
    return wanted && (callNanos >= saveNanos * limits.share() || isFull());
  }

  /** Whether it was found out if there is a state that can be saved. */
  boolean isAsked() {
    return asked;
  }

  private boolean isFull() {
    return items >= limits.mostItems() || bytes >= limits.mostBytes();
  }

  /** The state was saved, which took so long. */
  void saved(List<KeyedState> states, long nanos) {
    stateless = care.statelessBySelf() && states.isEmpty();
    saveNanos = nanos;
    asked = true;
    restart(states);
  }

  /** From now on the node has this state, and has taken nothing since. */
  void restart(List<KeyedState> states) {
    base = List.copyOf(states);
    fromStart = false;
    urgent = false;
    baseNanos = System.nanoTime();
    obstacle = Optional.empty();
    forget();
  }

  /** The state cannot be saved, and is not tried again. */
  void cannotSave(String why) {
    unsaveable = Optional.of(why);
    asked = true;
    if (care.effects()) {
      lose(
          "its state cannot be saved (%s), and nothing it did is repeated (effects)"
              .formatted(why));
    } else if (urgent) {
      lose("%s, and its state cannot be saved (%s)".formatted(CUT_SHORT, why));
    }
  }

  private void lose(String why) {
    obstacle = Optional.of(why);
    forget();
    base = List.of();
  }

  private void forget() {
    calls.clear();
    items = 0;
    bytes = 0;
    callNanos = 0;
  }

  /** Why the node cannot be brought back, if so. */
  Optional<String> obstacle() {
    if (obstacle.isPresent()) {
      return obstacle;
    } else if (care.effects() && !calls.isEmpty()) {
      return Optional.of("its state was not saved yet, and nothing it did is repeated (effects)");
    } else if (urgent) {
      return Optional.of(CUT_SHORT + ", and its state was not saved yet");
    }
    return Optional.empty();
  }

  /** Whether the node has no state that could be lost. */
  boolean isStateless() {
    return stateless;
  }

  /** The state that was saved last. */
  List<KeyedState> base() {
    return base;
  }

  /** Whether that is the state of a node that has taken nothing. */
  boolean isFromStart() {
    return fromStart;
  }

  /** When it was saved, as {@link System#nanoTime} has it. */
  long baseNanos() {
    return baseNanos;
  }

  /** What was done since. */
  List<Call> calls() {
    return calls;
  }

  /** How many items are in {@link #calls}. */
  long items() {
    return items;
  }
}
