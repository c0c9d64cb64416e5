package dev.graft.runtime.run;

import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendProvider;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.AddedNodes;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.ManifestNodes;
import dev.graft.runtime.catalogue.MissingNode;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.environment.Environments;
import dev.graft.runtime.limits.KnownLimitations;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.Planner;
import dev.graft.runtime.project.Refusals;
import dev.graft.runtime.shadow.ShadowJudge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The nodes and backends of one program. Making one costs little: a backend starts when it is first
 * used. Safe for several threads.
 */
public final class GraftRuntime implements AutoCloseable {
  private final BackendSettings settings;
  private final ClassLoader loader;
  private final AddedNodes nodes;
  private final Map<BackendId, Backend> backends = new EnumMap<>(BackendId.class);
  private final Refusals refusals;
  private final List<RunObserver> observers;

  private GraftRuntime(BackendSettings settings, ClassLoader loader, AddedNodes nodes) {
    this.settings = settings;
    this.loader = loader;
    this.nodes = nodes;
    this.refusals = new Refusals(settings.memory());
    this.observers = observers(settings, loader);
  }

  private static List<RunObserver> observers(BackendSettings settings, ClassLoader loader) {
    List<RunObserver> observers =
        new ArrayList<>(
            ServiceLoader.load(RunObserver.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    if (settings.isEnvNamed()) { // what runs elsewhere moves no node
      settings
          .memory()
          .ifPresent(
              memory ->
                  observers.add(
                      (pipeline, progress) -> new ServedWatch(memory, settings.env(), pipeline)));
    }
    return List.copyOf(observers);
  }

  /** A runtime with the nodes and backends that a class loader sees. */
  public static GraftRuntime create(BackendSettings settings, ClassLoader loader) {
    return new GraftRuntime(settings, loader, AddedNodes.none(Catalogue.load(loader), loader));
  }

  /**
   * A runtime with the nodes and backends of this program, and more nodes.
   *
   * @throws ManifestException if one of the sources is not there or not good, or brings a node that
   *     is there already; lists all problems
   */
  public static GraftRuntime create(BackendSettings settings, NodeSources sources)
      throws ManifestException {
    ClassLoader loader = GraftRuntime.class.getClassLoader();
    return new GraftRuntime(
        settings, loader, AddedNodes.to(Catalogue.load(loader), sources, settings, loader));
  }

  /** A runtime with the nodes and backends of this program. */
  public static GraftRuntime create(BackendSettings settings) {
    return create(settings, GraftRuntime.class.getClassLoader());
  }

  /** The nodes that a manifest can name without bringing them itself. */
  public Catalogue catalogue() {
    return nodes.catalogue();
  }

  /** What helps whoever names a node that the catalogue does not have. */
  public String hint(String id) {
    return MissingNode.hint(id, nodes.catalogue(), nodes.files());
  }

  /**
   * What is known to differ: all that the jars of this program say, and those of plugins, also of
   * plugins that a manifest named whose plan was made.
   *
   * @throws LimitationsException if one of their files is not what it must be
   */
  public List<Limitation> limitations() throws LimitationsException {
    List<Limitation> all = new ArrayList<>(KnownLimitations.of(loader));
    all.addAll(nodes.limitations());
    return List.copyOf(all);
  }

  /**
   * A backend, made on first use.
   *
   * @throws HostingRefusedException if its module is not on the class path
   */
  public synchronized Backend backend(BackendId id) throws HostingRefusedException {
    Backend known = backends.get(id);
    if (known != null) {
      return known;
    }
    for (BackendProvider provider : ServiceLoader.load(BackendProvider.class, loader)) {
      if (provider.id() == id) {
        Backend made = provider.create(settings);
        backends.put(id, made);
        return made;
      }
    }
    throw new HostingRefusedException(
        id, "the backend is not on the class path (artifact graft-nodes-python has it)");
  }

  /** Who compares nodes with their shadows, if anybody is on the class path who does. */
  Optional<ShadowJudge.Provider> shadowJudges() {
    return ServiceLoader.load(ShadowJudge.Provider.class, loader).findFirst();
  }

  /** Where what runs found out is kept, if it is. */
  Optional<Path> memory() {
    return settings.memory();
  }

  /** The environment that runs are in. */
  String env() {
    return settings.env();
  }

  /** What earlier runs found out about nodes. */
  public Refusals refusals() {
    return refusals;
  }

  /**
   * The plan of a manifest, with the nodes of its own Python files and plugins. A plugin is loaded
   * once and stays until this is closed, whatever becomes of its file.
   *
   * @throws ManifestException if it cannot be run; lists all problems
   */
  public PipelinePlan plan(Manifest manifest) throws ManifestException {
    Environments environments = Environments.of(manifest.python(), settings, loader);
    try {
      ManifestNodes own = nodes(manifest, environments);
      return Planner.plan(manifest, own.catalogue(), own.files(), environments);
    } catch (ManifestException e) {
      throw e.in(manifest.origin());
    }
  }

  private ManifestNodes nodes(Manifest manifest, Environments environments)
      throws ManifestException {
    try {
      return ManifestNodes.of(nodes, manifest, settings, loader);
    } catch (ManifestException e) {
      throw e.after(environments.problems());
    }
  }

  /**
   * Opens all nodes of a plan.
   *
   * @throws RunFailedException if a node cannot be opened; what was open is closed again
   */
  public Pipeline open(PipelinePlan plan) throws RunFailedException {
    return open(plan, RunOptions.DEFAULT);
  }

  /**
   * The same with options.
   *
   * @throws RunFailedException if a node cannot be opened; what was open is closed again
   */
  public Pipeline open(PipelinePlan plan, RunOptions options) throws RunFailedException {
    return Pipeline.open(plan, this, options, () -> {});
  }

  /** Who hears of all runs. */
  List<RunObserver> observers() {
    return observers;
  }

  /**
   * Ends what would outlive this JVM, such as worker processes. For whoever is about to end the JVM
   * and has somebody waiting for that; it is no substitute for {@link #close()} elsewhere.
   */
  public synchronized void endProcesses() {
    backends.values().forEach(Backend::endProcesses);
  }

  @Override
  public synchronized void close() {
    backends.values().forEach(Backend::close);
    backends.clear();
    nodes.close();
  }
}
