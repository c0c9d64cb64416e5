package dev.graft.python.cpython;

import dev.graft.runtime.backend.ResourceLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of the limits of a worker: to its program, and to people. */
final class LimitText {
  private LimitText() {}

  /** The arguments of the worker's program that say what it may use. */
  static List<String> arguments(ResourceLimits limits) {
    List<String> texts = new ArrayList<>();
    limits.memoryMb().ifPresent(value -> texts.add("memory_mb=" + value));
    limits.cpuSeconds().ifPresent(value -> texts.add("cpu_s=" + value));
    limits.openFiles().ifPresent(value -> texts.add("open_files=" + value));
    return texts.isEmpty() ? List.of() : List.of("--limits", String.join(",", texts));
  }

  /** The limit that an end is due to, if it is for sure. */
  static Optional<String> cause(ResourceLimits limits, Optional<Ending> ending) {
    return limits.cpuSeconds().isPresent()
            && ending.isPresent()
            && ending.get() instanceof Ending.Signalled(int number)
            && number == Signals.CPU_TIME
        ? Optional.of(
            "it used the %d s of processor time that it may (limits.cpu_s)"
                .formatted(limits.cpuSeconds().getAsLong()))
        : Optional.empty();
  }
}
