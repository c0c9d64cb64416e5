package dev.graft.compat.production;

import dev.graft.runtime.backend.BackendId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of a node in one environment.
 *
 * @param env the environment
 * @param compared what was compared, by the backend that stood beside CPython
 * @param served who served it
 */
public record Usage(String env, Map<BackendId, Compared> compared, Served served) {
  public Usage {
    Map<BackendId, Compared> copy = new EnumMap<>(BackendId.class);
    copy.putAll(compared);
    compared = Collections.unmodifiableMap(copy);
  }

  /** What was compared on a backend with CPython; on CPython, with itself. */
  public Compared on(BackendId backend) {
    return compared.getOrDefault(backend, Compared.NOTHING);
  }
}
