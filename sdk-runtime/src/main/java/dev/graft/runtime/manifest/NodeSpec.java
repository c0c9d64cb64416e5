package dev.graft.runtime.manifest;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.backend.Streaming;
import dev.graft.runtime.permission.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One node of a manifest.
 *
 * @param id the id of the instance
 * @param type the catalogue id
 * @param params portable values by name
 * @param backend the backend that the author insists on
 * @param prefer the backends that the author would take, best first
 * @param permissions what the operator grants
 * @param onError what happens when this node fails, if the pipeline's policy does not apply
 * @param deadline how long one call of it may take, if that is bounded
 * @param isolated whether it has an interpreter to itself, if the manifest says so
 * @param limits the most that its process may use
 * @param fanIn how it takes the items of several connections
 * @param parallelism how many of it work side by side
 * @param streaming how a Python node takes its items, if the manifest says so
 * @param environment the name of the Python environment that it runs in
 * @param shadow what runs beside it to be compared with it
 */
public record NodeSpec(
    String id,
    String type,
    Map<String, @Nullable Object> params,
    Optional<BackendId> backend,
    List<BackendId> prefer,
    List<Permission> permissions,
    Optional<ErrorPolicy> onError,
    Optional<Duration> deadline,
    Optional<Boolean> isolated,
    ResourceLimits limits,
    FanIn fanIn,
    int parallelism,
    Optional<Streaming> streaming,
    Optional<String> environment,
    Optional<ShadowSpec> shadow) {

  public NodeSpec {
    prefer = List.copyOf(prefer);
    permissions = List.copyOf(permissions);
  }

  /** The same node, on this backend and no other, with nothing beside it. */
  public NodeSpec on(BackendId only) {
    return new NodeSpec(
        id,
        type,
        params,
        Optional.of(only),
        List.of(),
        permissions,
        onError,
        deadline,
        isolated,
        limits,
        fanIn,
        parallelism,
        streaming,
        environment,
        Optional.empty());
  }
}
