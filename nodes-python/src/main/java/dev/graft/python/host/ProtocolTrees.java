package dev.graft.python.host;

import dev.graft.python.failure.HostLostException;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.Streaming;
import dev.graft.runtime.catalogue.Payload;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.environment.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments and results of the protocol, as portable values. */
public final class ProtocolTrees {
  private ProtocolTrees() {}

  /**
   * A unit.
   *
   * @param roots the import directories that the interpreter can read by itself
   */
  public static Map<String, @Nullable Object> unit(PythonUnit unit, List<Path> roots) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("module", unit.module());
    tree.put("path", unit.path());
    tree.put("source", unit.source());
    tree.put("package", unit.parentPackage().orElse(null));
    tree.put("roots", roots.stream().map(p -> p.toAbsolutePath().normalize().toString()).toList());
    tree.put("aliases", unit.aliases());
    unit.payload().ifPresent(payload -> tree.put("payload", payload(payload)));
    return tree;
  }

  /** A unit whose syntax tree is asked for in place of what it describes. */
  public static Map<String, @Nullable Object> syntax(PythonUnit unit) {
    Map<String, @Nullable Object> tree = unit(unit, List.of());
    tree.put("tree", true);
    return tree;
  }

  /** A unit that is to be loaded if its packages are there. */
  public static Map<String, @Nullable Object> unit(
      PythonUnit unit, List<Path> roots, List<Requirement> packages) {
    Map<String, @Nullable Object> tree = unit(unit, roots);
    tree.put("packages", packages.stream().map(p -> List.of(p.name(), p.module())).toList());
    return tree;
  }

  private static Map<String, String> payload(Payload payload) {
    return Map.of("path", payload.file().toString(), "sha256", payload.sha256());
  }

  /** A specification. */
  public static Map<String, @Nullable Object> spec(PythonHost.NodeSpec spec) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("module", spec.module());
    tree.put("symbol", spec.symbol());
    tree.put("node_id", spec.nodeId());
    tree.put("params", spec.params());
    tree.put("keyed", spec.keyed());
    tree.put("strict", spec.strict());
    tree.put("streaming", spec.streaming().map(Streaming::text).orElse(null));
    if (spec.clockMicros().isPresent()) {
      tree.put("clock", spec.clockMicros().getAsLong());
    }
    if (spec.measured()) {
      tree.put("measured", true);
    }
    return tree;
  }

  /** How long a node's own code ran, or nothing. */
  public static Optional<Duration> time(@Nullable Object result) throws HostLostException {
    return switch (result) {
      case null -> Optional.empty();
      case Long nanos -> Optional.of(Duration.ofNanos(nanos));
      default -> throw broken("a time is no int");
    };
  }

  /** States as a list of pairs. */
  public static List<?> states(List<KeyedState> states) {
    List<@Nullable Object> pairs = new ArrayList<>();
    for (KeyedState state : states) {
      List<@Nullable Object> pair = new ArrayList<>();
      pair.add(state.key());
      pair.add(state.fields());
      pairs.add(pair);
    }
    return pairs;
  }

  /** The states of a list of pairs. */
  public static List<KeyedState> states(@Nullable Object result) throws HostLostException {
    List<KeyedState> states = new ArrayList<>();
    for (Object item : list(result)) {
      if (!(item instanceof List<?> pair)
          || pair.size() != 2
          || !(pair.get(1) instanceof Map<?, ?> entries)) {
        throw broken("a state is no pair of a key and a dict");
      }
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        if (!(entry.getKey() instanceof String name)) {
          throw broken("a state has a field whose name is no str");
        }
        fields.put(name, entry.getValue());
      }
      states.add(new KeyedState(pair.get(0), fields));
    }
    return states;
  }

  /** A result that is a list. */
  public static List<?> list(@Nullable Object result) throws HostLostException {
    if (result instanceof List<?> list) {
      return list;
    }
    throw broken("the result is no list");
  }

  /** The loss of a host that said what makes no sense. */
  public static HostLostException broken(String what) {
    return new HostLostException(
        HostLostException.Cause.BROKEN, "the Python host broke the protocol: " + what, "");
  }
}
