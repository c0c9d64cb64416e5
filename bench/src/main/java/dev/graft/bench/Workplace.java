package dev.graft.bench;

import dev.graft.bench.files.FolderRemoval;
import dev.graft.python.cpython.CPythonBackend;
import dev.graft.python.memory.WritableArray;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.SystemContext;
import dev.graft.value.NdArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Graft runtime and a folder with the benchmark's own Python files. The runtime is made when it
 * is first needed, so that a cold start can be timed.
 */
final class Workplace implements AutoCloseable {
  private static final String DIRECT = "direct.py";
  private static final List<String> FILES =
      List.of(
          "bench_nodes.py",
          "bridge_nodes.py",
          DIRECT,
          AudioPython.PROGRAM,
          JsonPipe.PROGRAM,
          PlainFork.PROGRAM,
          Jython.NODES,
          Py4j.PROGRAM);

  private final BackendSettings settings;
  private final Path folder;
  private @Nullable GraftRuntime runtime;

  private Workplace(BackendSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * A workplace with the cache that the property {@code graft.bench.cache} names, or the user's.
   */
  static Workplace open() throws IOException {
    String cache = System.getProperty("graft.bench.cache", "");
    BackendSettings settings =
        cache.isEmpty()
            ? BackendSettings.ofUser()
            : new BackendSettings(Path.of(cache), Optional.empty());
    Path folder = Files.createTempDirectory("graft-bench");
    for (String name : FILES) {
      try (InputStream in = Workplace.class.getResourceAsStream(name)) {
        Files.write(folder.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
      }
    }
    return new Workplace(settings, folder);
  }

  BackendSettings settings() {
    return settings;
  }

  /** The folder that Python imports the benchmark's own nodes from. */
  Path folder() {
    return folder;
  }

  /** The program that calls nodes directly. */
  Path directProgram() {
    return folder.resolve(DIRECT);
  }

  GraftRuntime runtime() {
    if (runtime == null) {
      runtime = GraftRuntime.create(settings);
    }
    return runtime;
  }

  /** The plan of a case, if there is an implementation for the backend. */
  PipelinePlan plan(BenchCase benchCase, BackendId backend) throws ManifestException {
    return runtime().plan(benchCase.manifest(backend, folder));
  }

  /** Whether all nodes of a case exist in the backend's language. */
  boolean hosts(BenchCase benchCase, BackendId backend) {
    try {
      plan(benchCase, backend);
      return true;
    } catch (ManifestException e) {
      return false;
    }
  }

  /** The first node of a plan, open in a session of its own. */
  OpenNode open(BenchCase benchCase, PipelinePlan plan)
      throws NodeFailureException, HostingRefusedException {
    BackendSession session = session(plan.stages().getFirst().candidates().getFirst().backend());
    try {
      return new OpenNode(benchCase, open(plan, session), session::close);
    } catch (NodeFailureException | HostingRefusedException e) {
      session.close();
      throw e;
    }
  }

  /** An equal value where a backend's hosts can read it: an array in memory that they share. */
  @Nullable Object placed(@Nullable Object value, BackendId backend)
      throws HostingRefusedException {
    if (value instanceof NdArray array
        && runtime().backend(backend) instanceof CPythonBackend workers) {
      WritableArray shared = workers.arrays().allocate(array.type(), array.shape());
      shared.bytes().put(array.bytes());
      return shared.array();
    }
    return value;
  }

  /** A new session. */
  BackendSession session(BackendId backend) throws HostingRefusedException {
    return runtime().backend(backend).openSession();
  }

  /** The first node of a plan, open in a session. */
  HostedNode open(PipelinePlan plan, BackendSession session)
      throws NodeFailureException, HostingRefusedException {
    StagePlan stage = plan.stages().getFirst();
    StagePlan.Candidate candidate = stage.candidates().getFirst();
    return session.open(
        new NodeOpening(
            stage.nodeId(),
            candidate.node(),
            candidate.params(),
            stage.grants(),
            SystemContext.of(stage.nodeId())));
  }

  @Override
  public void close() {
    if (runtime != null) {
      runtime.close();
    }
    try {
      Files.walkFileTree(folder, new FolderRemoval());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
