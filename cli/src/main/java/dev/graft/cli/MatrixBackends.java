package dev.graft.cli;

import dev.graft.runtime.backend.BackendId;
import java.util.Arrays;

/** Reads the names of backends in options of {@code graft matrix}. */
final class MatrixBackends {
  private MatrixBackends() {}

  static BackendId of(String option, String name) throws RefusedException {
    return BackendId.of(name)
        .orElseThrow(
            () ->
                new RefusedException(
                    "%s: there is no backend \"%s\". Known are: %s."
                        .formatted(option, name, known())));
  }

  private static String known() {
    return String.join(", ", Arrays.stream(BackendId.values()).map(BackendId::text).toList());
  }
}
