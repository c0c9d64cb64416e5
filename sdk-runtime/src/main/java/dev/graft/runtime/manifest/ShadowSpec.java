package dev.graft.runtime.manifest;

import dev.graft.runtime.backend.BackendId;
import java.time.Duration;

/**
 * Which other implementation of a node runs beside it, on what the node really gets, to be
 * compared.
 *
 * @param backend where the other one runs
 * @param oneIn one call in so many is compared, by chance
 * @param timeout how long the other one may take for an item
 * @param pure the operator's word that the node does nothing but emit, where it does not say so
 */
public record ShadowSpec(BackendId backend, int oneIn, Duration timeout, boolean pure) {
  /** What counts where the manifest names a backend alone. */
  public static ShadowSpec of(BackendId backend) {
    return new ShadowSpec(backend, 1, Duration.ofSeconds(5), false);
  }
}
