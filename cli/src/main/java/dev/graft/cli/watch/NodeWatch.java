package dev.graft.cli.watch;

import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.NodeRounds;
import dev.graft.registry.DuplicateNodeException;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeImplementation.JavaNode;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;

/** Plays the cases of a node as its sources are now, again whenever it is asked. */
public final class NodeWatch implements AutoCloseable {
  private final String node;
  private final WatchedProject project;
  private final List<Path> plugins;
  private final BackendSettings settings;
  private final NodeRounds rounds;
  private final GraftRuntime backends;
  private final Optional<JavaBuild> build;

  /** What the last round ran; it may still hold jars. */
  private Optional<GraftRuntime> last = Optional.empty();

  /**
   * For a node.
   *
   * @param node its catalogue id
   * @param plugins folders of plugins
   * @param libraries jars and folders of classes that the Java sources need besides Graft
   * @param options which cases and backends
   */
  public NodeWatch(
      String node,
      WatchedProject project,
      List<Path> plugins,
      List<Path> libraries,
      CompatOptions options,
      BackendSettings settings)
      throws IOException {
    this.node = node;
    this.project = project;
    this.plugins = List.copyOf(plugins);
    this.settings = settings;
    this.rounds = new NodeRounds(options.selecting(every -> every.withCorpus(project.cases())));
    this.backends = GraftRuntime.create(settings);
    this.build =
        project.java().isEmpty()
            ? Optional.empty()
            : Optional.of(new JavaBuild(project.java(), libraries));
  }

  /** One round. */
  public Watched round() throws IOException {
    long begin = System.nanoTime();
    try {
      List<JavaNode> java = build.isPresent() ? build.get().nodes() : List.of();
      Duration built = since(begin);
      closeLast();
      GraftRuntime nodes =
          GraftRuntime.create(settings, new NodeSources(project.python(), plugins));
      last = Optional.of(nodes);
      NodeRounds.Round round = rounds.play(WatchHost.of(nodes, java, backends), node);
      return new Watched.Played(round, built, since(begin));
    } catch (BuildFailedException e) {
      return new Watched.Broken(e.problems(), since(begin));
    } catch (ManifestException e) {
      return new Watched.Broken(e.messages(), since(begin));
    } catch (CompatUsageException
        | DuplicateNodeException
        | ServiceConfigurationError
        | LinkageError e) {
      return new Watched.Broken(List.of(String.valueOf(e.getMessage())), since(begin));
    }
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private void closeLast() {
    last.ifPresent(GraftRuntime::close);
    last = Optional.empty();
  }

  @Override
  public void close() throws IOException {
    closeLast();
    backends.close();
    if (build.isPresent()) {
      build.get().close();
    }
  }
}
