package dev.graft.testkit;

import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * The compat matrix of one's own nodes, as tests:
 *
 * <pre>{@code
 * class MyNodesTest {
 *   @TestFactory
 *   Stream<DynamicNode> matrix() {
 *     return NodeMatrix.ofClassPath().withPython("src/main/python").withCases("src/test/cases").tests();
 *   }
 * }
 * }</pre>
 *
 * <p>There is a container for each node and a test for each case and backend. A test fails where
 * the matrix says that somebody must look; it is skipped, with the reason, where nothing can be
 * said: a backend that is not there, a known limitation. It passes only what was run and judged.
 *
 * <p>The system properties {@code graft.node} and {@code graft.case} choose nodes and cases for one
 * run, {@code graft.random} and {@code graft.seed} made-up cases; the message of a failure names
 * the command. Immutable.
 */
public final class NodeMatrix {
  private static final int MADE_UP = 20;

  private final NodeSources sources;
  private final List<String> nodes;
  private final CompatOptions options;
  private final Set<BackendId> required;

  private NodeMatrix(
      NodeSources sources, List<String> nodes, CompatOptions options, Set<BackendId> required) {
    this.sources = sources;
    this.nodes = List.copyOf(nodes);
    this.options = options;
    this.required = Set.copyOf(required);
  }

  /** The Java nodes on the class path, except those of the SDK itself. */
  public static NodeMatrix ofClassPath() {
    CompatOptions options =
        CompatOptions.defaults().selecting(every -> every.withoutBuiltIn()).withRandom(MADE_UP, 1);
    return new NodeMatrix(NodeSources.NONE, List.of(), options, Set.of());
  }

  /** The same with the nodes of Python files, or of folders of them. */
  public NodeMatrix withPython(String... filesOrFolders) {
    NodeSources more = new NodeSources(paths(filesOrFolders), sources.plugins());
    return new NodeMatrix(more, nodes, options, required);
  }

  /** The same for these nodes only; {@code *} stands for anything. */
  public NodeMatrix withNodes(String... patterns) {
    return new NodeMatrix(sources, List.of(patterns), options, required);
  }

  /** The same with the case files of folders. */
  public NodeMatrix withCases(String... folders) {
    return new NodeMatrix(
        sources, nodes, options.selecting(every -> every.withCorpus(paths(folders))), required);
  }

  /** The same with a file of known limitations. */
  public NodeMatrix withLimitations(String file) {
    return new NodeMatrix(sources, nodes, options.withLimitations(Path.of(file)), required);
  }

  /** The same with so many made-up cases for each node, from a seed; 20 from 1 by default. */
  public NodeMatrix withRandom(int count, long seed) {
    return new NodeMatrix(sources, nodes, options.withRandom(count, seed), required);
  }

  /** The same on these backends only; on all that are there by default. */
  public NodeMatrix withBackends(BackendId... backends) {
    return new NodeMatrix(
        sources,
        nodes,
        options.selecting(every -> every.withBackends(List.of(backends))),
        required);
  }

  /** The same with the reports in another folder than {@code target/compat}. */
  public NodeMatrix withReports(String folder) {
    return new NodeMatrix(sources, nodes, options.withOutput(Path.of(folder)), required);
  }

  /** The same, where these backends must be there: without them tests fail and are not skipped. */
  public NodeMatrix requiring(BackendId... backends) {
    EnumSet<BackendId> all = EnumSet.noneOf(BackendId.class);
    all.addAll(required);
    all.addAll(List.of(backends));
    return new NodeMatrix(sources, nodes, options, all);
  }

  /** Runs the matrix and gives its results as tests. */
  public Stream<DynamicNode> tests() {
    String caller =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
            .getCallerClass()
            .getNestHost()
            .getSimpleName();
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser(), sources)) {
      Chosen chosen = Chosen.of(nodes, runtime.catalogue(), sources, options);
      return chosen.nodes().isEmpty()
          ? MatrixTests.nothing(chosen.reason())
          : new MatrixTests(
                  CompatRun.run(chosen.options(), runtime).report(),
                  required,
                  new RepeatCommand(caller, chosen.options()))
              .all();
    } catch (CompatUsageException | ManifestException e) {
      throw new NodeMatrixException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("the reports of the matrix cannot be written", e);
    }
  }

  private static List<Path> paths(String... names) {
    return Stream.of(names).map(Path::of).toList();
  }
}
