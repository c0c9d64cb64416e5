package dev.graft.runtime.limits;

import dev.graft.runtime.backend.BackendId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known to differ when a node runs on a backend. It comes from the same files as the
 * overlay of the compat matrix, so it says no more and no less than what is proven there.
 *
 * @param node the catalogue id
 * @param backend the backend
 * @param limitations the entries that speak of the node there
 */
public record CompatInfo(String node, BackendId backend, List<Limitation> limitations) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public CompatInfo {
    limitations = List.copyOf(limitations);
  }

  /**
   * What the jars of this program say of a node on any release of a backend.
   *
   * @throws LimitationsException if one of their files is not what it must be
   */
  public static CompatInfo of(String node, BackendId backend) throws LimitationsException {
    return of(node, backend, CompatInfo.class.getClassLoader());
  }

  /**
   * What the jars of a class loader say of it.
   *
   * @throws LimitationsException if one of their files is not what it must be
   */
  public static CompatInfo of(String node, BackendId backend, ClassLoader loader)
      throws LimitationsException {
    return among(KnownLimitations.of(loader), node, backend);
  }

  /** What some limitations say of it, for example those of a runtime with plugins. */
  public static CompatInfo among(List<Limitation> all, String node, BackendId backend) {
    return new CompatInfo(
        node,
        backend,
        all.stream()
            .filter(each -> each.backends().containsKey(backend) && each.concerns(node))
            .toList());
  }

  /**
   * How far the port of a node to Java had come when the matrix ran last, in the words of its
   * report: {@code ported}, {@code verified}, {@code shadowed} and so on.
   *
   * @param report a file {@code report.json}
   * @return empty if the report says nothing of the node
   * @throws IOException if it cannot be read, or is no report
   */
  public static Optional<String> stage(String node, Path report) throws IOException {
    try {
      for (JsonNode each : JSON.readTree(Files.readString(report)).path("nodes")) {
        if (each.path("id").asString("").equals(node)) {
          return Optional.of(each.path("stage").asString("")).filter(stage -> !stage.isEmpty());
        }
      }
      return Optional.empty();
    } catch (JacksonException e) {
      throw new IOException(report + " is no report: " + e.getOriginalMessage(), e);
    }
  }

  /** What of it holds for one release of the backend. */
  public CompatInfo in(String release) {
    return new CompatInfo(
        node,
        backend,
        limitations.stream().filter(each -> each.holdsFor(backend, release)).toList());
  }
}
