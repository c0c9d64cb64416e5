package dev.graft.runtime.shadow;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A candidate harms nobody, and what it does to values of others comes out. */
final class CandidateTest {
  @Test
  void whatItDoesToItsItemsIsItsOwn() throws Exception {
    List<Object> item = new ArrayList<>(List.of(1L));
    Seen seen = seen(false, item);
    try (Candidate candidate = open((list, out) -> list.add(2L))) {
      Seen did = candidate.did(seen);

      assertThat(item).containsExactly(1L);
      assertThat(did.items()).isEqualTo(seen.items());
      assertThat(candidate.held())
          .containsExactly(new Held(Held.Border.INPUT, List.of(1L), List.of(1L, 2L)));
    }
  }

  @Test
  void outputsAreHeldUntilTheCallAfterTheirs() throws Exception {
    List<Object> memory = new ArrayList<>();
    try (Candidate candidate =
        open(
            (list, out) -> {
              memory.add(list.getFirst());
              out.emit(memory);
            })) {
      Seen first = candidate.did(seen(false, List.of("a")));
      assertThat(first.outputs()).containsExactly(List.of("a"));
      assertThat(candidate.held()).contains(output(List.of("a"), List.of("a")));

      Seen second = candidate.did(seen(false, List.of("b")));
      assertThat(second.outputs()).containsExactly(List.of("a", "b"));
      assertThat(candidate.held()).contains(output(List.of("a"), List.of("a", "b")));

      candidate.did(seen(false, List.of("c")));
      assertThat(candidate.held()).hasSize(4); // two items and two outputs
    }
  }

  @Test
  void valuesThatNobodyCanChangeAreNotHeld() throws Exception {
    try (Candidate candidate = open((list, out) -> out.emit("text"))) {
      candidate.did(new Seen(List.of(), List.of(), Optional.empty(), false, 1));
      assertThat(candidate.held()).isEmpty();
      candidate.did(seen(false, List.of("a")));
      assertThat(candidate.held()).hasSize(1); // its item
    }
  }

  @Test
  void oneOutputTooManyIsEnough() throws Exception {
    try (Candidate candidate =
        open(
            (list, out) -> {
              long number = 0;
              while (out.emit(number)) {
                number++;
              }
            })) {
      assertThat(candidate.did(seen(false, List.of("a"), 0L, 1L)).outputs())
          .containsExactly(0L, 1L, 2L);
      assertThat(candidate.did(seen(true, List.of("a"), 0L, 1L)).outputs()).containsExactly(0L, 1L);
    }
  }

  @Test
  void whatCannotBeSavedIsNotRenewed() throws Exception {
    try (Candidate candidate = open((list, out) -> {})) {
      for (int i = 0; i < 10; i++) {
        candidate.did(seen(false, List.of("a")));
        assertThat(candidate.renew()).isFalse();
      }
    }
  }

  private static Held output(Object then, Object now) {
    return new Held(Held.Border.OUTPUT, then, now);
  }

  private static Seen seen(boolean cut, List<?> item, Object... outputs) {
    return new Seen(List.of(Item.of(0, item)), List.of(outputs), Optional.empty(), cut, 1);
  }

  private interface Habit {
    void of(List<Object> item, Emitter<@Nullable Object> out);
  }

  private static Candidate open(Habit habit) throws Exception {
    return Candidate.open(() -> new Lists(habit));
  }

  /** Takes lists; its state cannot be taken. */
  private record Lists(Habit habit) implements HostedNode {
    @Override
    public ServedBy servedBy() {
      return new ServedBy(BackendId.JAVA, "toy", "none", "0");
    }

    @Override
    @SuppressWarnings("unchecked")
    public void process(List<Item> batch, Emitter<@Nullable Object> out) {
      batch.forEach(item -> habit.of((List<Object>) Objects.requireNonNull(item.value()), out));
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {}

    @Override
    public List<KeyedState> snapshot() throws NodeFailureException {
      throw new NodeFailureException(
          new NodeFailure(
              "toy",
              Phase.SNAPSHOT,
              OptionalLong.empty(),
              ErrorKind.TYPE,
              "Bad",
              "a thread",
              Optional.empty()),
          null);
    }

    @Override
    public void restore(List<KeyedState> states) {}

    @Override
    public void close() {}
  }
}
