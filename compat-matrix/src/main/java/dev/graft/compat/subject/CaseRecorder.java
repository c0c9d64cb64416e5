package dev.graft.compat.subject;

import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ValueCopy;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what is seen, and notices when a value changes that has passed by before. */
final class CaseRecorder {
  /** More outputs than any case needs: a node that never ends must not fill the memory. */
  private static final int MOST_EVENTS = 100_000;

  private record Watched(int step, String what, @Nullable Object live, String before) {}

  private final List<Event> events = new ArrayList<>();
  private final List<Watched> watched = new ArrayList<>();
  private final int demand;
  private int step = Event.BEFORE;
  private int outputsOfStep;

  /**
   * A recorder.
   *
   * @param demand how many outputs of a step are wanted
   */
  CaseRecorder(int demand) {
    this.demand = demand;
  }

  void step(int number) {
    step = number;
    outputsOfStep = 0;
  }

  @Nullable Object input(@Nullable Object value) {
    Object given = ValueCopy.of(value);
    watch("input", given);
    return given;
  }

  boolean output(@Nullable Object value) {
    if (outputsOfStep == demand) {
      return false; // what a node emits although nothing is wanted any more is dropped
    }
    outputsOfStep++;
    events.add(new Event.Out(step, ValueCopy.of(value)));
    watch("output", value);
    return outputsOfStep < demand && events.size() < MOST_EVENTS;
  }

  void failed(Failure failure) {
    events.add(new Event.Failed(step, failure));
  }

  void end() {
    events.add(new Event.End(step));
  }

  void state(List<KeyedState> states) {
    events.add(Event.State.of(step, states));
  }

  List<Event> events() {
    List<Event> all = new ArrayList<>(events);
    for (Watched each : watched) {
      Object now = ValueCopy.of(each.live());
      if (!ValueText.of(now).equals(each.before())) {
        all.add(new Event.Changed(each.step(), each.what(), before(each), now));
        break; // one value that is both input and output would be told twice
      }
    }
    return all;
  }

  private static @Nullable Object before(Watched watched) {
    try {
      return TypedJson.read(watched.before(), "value");
    } catch (JsonFormatException e) {
      return watched.before();
    }
  }

  @SuppressWarnings("ReferenceEquality") // what nobody can change is its own copy
  private void watch(String what, @Nullable Object value) {
    // Only the text of a value, taken now, can prove that it changes later.
    Object copy = ValueCopy.of(value);
    if (copy != value) {
      watched.add(new Watched(step, what, value, ValueText.of(copy)));
    }
  }
}
