package dev.graft.runtime.manifest;

import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.NumberForm;
import dev.graft.runtime.form.ObjectForm;
import dev.graft.runtime.form.Shape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The most that the process of a node may use. */
final class LimitsForm {
  /** A Python that does nothing needs about half of it. */
  private static final long LEAST_MEMORY_MB = 64;

  /** A worker has some open before any node does. */
  private static final long LEAST_FILES = 16;

  private static final long MOST = Integer.MAX_VALUE;

  private static final Key<Long> MEMORY =
      Key.of(
              "memory_mb",
              new NumberForm("", LEAST_MEMORY_MB, MOST),
              "Mebibytes of memory of its own; arrays that are shared do not count.")
          .like(512);
  private static final Key<Long> CPU =
      Key.of(
              "cpu_s",
              new NumberForm("", 1, MOST),
              "Seconds of processor time, of all calls together.")
          .like(60);
  private static final Key<Long> FILES =
      Key.of(
              "open_files",
              new NumberForm("", LEAST_FILES, MOST),
              "Files and sockets that are open at the same time.")
          .like(64);

  static final ObjectForm<ResourceLimits> FORM =
      new ObjectForm<>(
          new Shape(
              "Limits",
              "The most that the worker process of a node may use.",
              List.of(MEMORY, CPU, FILES)),
          "limits",
          LimitsForm::read);

  private LimitsForm() {}

  private static Optional<ResourceLimits> read(Entries limits) {
    return Optional.of(
        new ResourceLimits(
            number(limits.get(MEMORY)), number(limits.get(CPU)), number(limits.get(FILES))));
  }

  private static OptionalLong number(Optional<Long> value) {
    return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
  }
}
