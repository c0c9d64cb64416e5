package dev.graft.runtime.shadow;

import dev.graft.runtime.backend.BackendId;
import java.util.Optional;

/**
 * What a run's shadow of one node found.
 *
 * @param nodeId the id in the manifest
 * @param type the catalogue id
 * @param control where the node runs
 * @param candidate where the other one runs
 * @param totals what was counted
 * @param off why nothing is compared any more, if so
 */
public record ShadowSummary(
    String nodeId,
    String type,
    BackendId control,
    BackendId candidate,
    ShadowTotals totals,
    Optional<String> off) {}
