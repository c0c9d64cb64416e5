package dev.graft.compat.corpus;

import dev.graft.node.ErrorKind;
import dev.graft.params.Violation;
import dev.graft.runtime.failure.Phase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One thing that must be seen while a case runs. */
public sealed interface Expected {
  /** The step at which it must be seen, counted from 0; empty where any step will do. */
  OptionalInt at();

  /**
   * An output.
   *
   * @param at the step
   * @param value a portable value
   */
  record Out(OptionalInt at, @Nullable Object value) implements Expected {}

  /**
   * A failure. The message is not part of it.
   *
   * @param at the step
   * @param phase when in the life of the node
   * @param kind the kind of error
   * @param index the item that failed, counted from 0 over the whole case
   * @param violations the broken rules of parameters: codes and paths; empty if not stated
   */
  record Failed(
      OptionalInt at,
      Phase phase,
      ErrorKind kind,
      OptionalLong index,
      Optional<List<Violation>> violations)
      implements Expected {}

  /**
   * The state that a snapshot takes, as a list of {@code {"key", "fields"}}.
   *
   * @param at the step
   * @param value the state as a portable value
   */
  record State(OptionalInt at, @Nullable Object value) implements Expected {}

  /**
   * The end of the input, after everything that it made the node emit.
   *
   * @param at the step
   */
  record End(OptionalInt at) implements Expected {}
}
