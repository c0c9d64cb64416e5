package dev.graft.python.host;

import dev.graft.node.NodeContext;
import dev.graft.python.describe.BundledNodes;
import dev.graft.python.describe.CachingDescriber;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.NodeListener;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.hash.Sha256;
import dev.graft.runtime.permission.Grants;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Python nodes for tests, and what is done with them again and again. */
public final class Nodes {
  private Nodes() {}

  /** The settings of all tests: one cache, so that Python is unpacked once. */
  public static BackendSettings settings() {
    return new BackendSettings(
        Path.of(System.getProperty("graft.test.cache", "target/cache")), Optional.empty());
  }

  /** A unit without roots. */
  public static PythonUnit unit(String source) {
    String module = "test_" + Sha256.of(source).substring(0, 12);
    return new PythonUnit(module, module + ".py", source, Optional.empty(), List.of(), Map.of());
  }

  /** The first node of a source text. */
  public static PythonNode of(String source) throws PythonSourceException {
    return of(unit(source));
  }

  /** The first node of a unit. */
  public static PythonNode of(PythonUnit unit) throws PythonSourceException {
    return new CachingDescriber().describe(unit, settings()).getFirst();
  }

  /** A node that comes with Graft. */
  public static PythonNode bundled(String id) {
    return new BundledNodes()
        .nodes().stream()
            .filter(node -> node.descriptor().id().equals(id))
            .findFirst()
            .orElseThrow();
  }

  /** Opens a node without parameters. */
  public static HostedNode open(BackendSession session, PythonNode node)
      throws NodeFailureException, HostingRefusedException {
    return open(session, node, Map.of());
  }

  /** Opens a node. */
  public static HostedNode open(
      BackendSession session, PythonNode node, Map<String, @Nullable Object> params)
      throws NodeFailureException, HostingRefusedException {
    return open(session, node, params, Grants.NONE);
  }

  /** Opens a node that may do more than compute. */
  public static HostedNode open(
      BackendSession session, PythonNode node, Map<String, @Nullable Object> params, Grants grants)
      throws NodeFailureException, HostingRefusedException {
    return session.open(new NodeOpening("it", node, params, grants, context()));
  }

  /** Opens a node whose calls may take so long. */
  public static HostedNode open(BackendSession session, PythonNode node, Duration deadline)
      throws NodeFailureException, HostingRefusedException {
    return session.open(
        new NodeOpening("it", node, Map.of(), Grants.NONE, context(), Optional.of(deadline), true));
  }

  /** Opens a node of which somebody wants to hear. */
  public static HostedNode open(BackendSession session, PythonNode node, NodeListener listener)
      throws NodeFailureException, HostingRefusedException {
    return session.open(
        new NodeOpening(
            "it",
            node,
            Map.of(),
            Grants.NONE,
            context(),
            Optional.empty(),
            false,
            ResourceLimits.NONE,
            Optional.empty(),
            Optional.empty(),
            listener,
            false));
  }

  /** Opens a node whose process may use so much. */
  public static HostedNode open(BackendSession session, PythonNode node, ResourceLimits limits)
      throws NodeFailureException, HostingRefusedException {
    return session.open(
        new NodeOpening(
            "it", node, Map.of(), Grants.NONE, context(), Optional.empty(), false, limits));
  }

  /** Opens a node in a Python environment. */
  public static HostedNode open(
      BackendSession session, PythonNode node, PythonEnvironment environment)
      throws NodeFailureException, HostingRefusedException {
    return session.open(
        new NodeOpening(
            "it",
            node,
            Map.of(),
            Grants.NONE,
            context(),
            Optional.empty(),
            false,
            ResourceLimits.NONE,
            Optional.of(environment),
            Optional.empty(),
            NodeListener.NONE,
            false));
  }

  /** What comes out for some items, one batch for all of them. */
  public static List<@Nullable Object> process(HostedNode node, @Nullable Object... items)
      throws NodeFailureException {
    List<@Nullable Object> outputs = new ArrayList<>();
    node.process(batch(items), outputs::add);
    return outputs;
  }

  /** Items with indexes from 0. */
  public static List<Item> batch(@Nullable Object... items) {
    List<Item> batch = new ArrayList<>();
    for (Object item : items) {
      batch.add(Item.of(batch.size(), item));
    }
    return batch;
  }

  /** What comes out at the end. */
  public static List<@Nullable Object> flush(HostedNode node) throws NodeFailureException {
    List<@Nullable Object> outputs = new ArrayList<>();
    node.flush(outputs::add);
    return outputs;
  }

  private static NodeContext context() {
    return new NodeContext() {
      @Override
      public String nodeId() {
        return "it";
      }

      @Override
      public Clock clock() {
        return Clock.systemUTC();
      }

      @Override
      public RandomGenerator random() {
        return new Random(1);
      }
    };
  }
}
