package dev.graft.cli.ported;

import dev.graft.cli.mutants.InMemoryCompiler;
import dev.graft.cli.mutants.NodesLoader;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.port.NodePort;
import dev.graft.port.UnportableException;
import dev.graft.port.translate.Mark;
import dev.graft.registry.NodeFactory;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonSyntax;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Ports nodes of the SDK anew and shows what comes of it to the matrix. */
final class Drafts implements AutoCloseable {
  private static final int MADE_UP = 20;

  private final InMemoryCompiler compiler = new InMemoryCompiler();
  private final GraftRuntime runtime;
  private final PythonSyntax syntax =
      ServiceLoader.load(PythonSyntax.class).findFirst().orElseThrow();
  private final Path folder;
  private final CompatOptions options;

  /** Drafts of the SDK's nodes. */
  Drafts(Path folder) {
    this(folder, GraftRuntime.create(BackendSettings.ofUser()), MADE_UP);
  }

  /** Drafts of the nodes of a runtime, each tried with so many made-up cases. */
  Drafts(Path folder, GraftRuntime runtime, int madeUp) {
    this.folder = folder;
    this.runtime = runtime;
    options =
        CompatOptions.defaults()
            .selecting(every -> every.withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
            .withRandom(madeUp, 1)
            .withOutput(folder.resolve("reports"));
  }

  /** The nodes that are in both languages. */
  List<String> twins() {
    return runtime.catalogue().entries().stream()
        .filter(CatalogueEntry::areTwins)
        .map(CatalogueEntry::id)
        .toList();
  }

  /** Ports a node of the SDK in place of the one that a person wrote. */
  PortedNode of(String node) throws Exception {
    CatalogueEntry entry = runtime.catalogue().find(node).orElseThrow();
    String java = entry.java().orElseThrow().descriptor().implementation().symbol();
    return of(entry.python().orElseThrow(), java.substring(0, java.lastIndexOf('.')));
  }

  /** Ports a node into a package below the SDK's nodes, and says what became of it. */
  PortedNode of(PythonNode python, String packageName) throws Exception {
    String node = python.descriptor().id();
    NodePort port;
    try {
      port = NodePort.of(python, syntax, BackendSettings.ofUser(), packageName);
    } catch (UnportableException e) {
      return new PortedNode(node, 0, 0, PortedNode.Verdict.REFUSED, String.valueOf(e.getMessage()));
    }
    Files.createDirectories(folder.resolve("drafts"));
    Files.writeString(
        folder.resolve("drafts").resolve(port.name().simpleName() + ".java"), port.source());
    if (!port.report().marks().isEmpty()) {
      return ported(port, PortedNode.Verdict.UNDECIDED, undecided(port));
    }
    String file =
        packageName.substring("dev.graft.nodes.".length())
            + "/"
            + port.name().simpleName()
            + ".java";
    NodesLoader loader;
    try {
      loader =
          new NodesLoader(
              compiler.compile(Map.of(file, port.source())), getClass().getClassLoader());
    } catch (IllegalStateException e) {
      return ported(port, PortedNode.Verdict.BROKEN, firstError(String.valueOf(e.getMessage())));
    }
    return judged(port, python, loader);
  }

  private PortedNode judged(NodePort port, PythonNode python, NodesLoader loader) throws Exception {
    String node = port.report().node();
    CompatReport report =
        CompatRun.run(
                options.selecting(every -> every.withNodes(List.of(node))),
                new DraftHost(factory(port, loader), python, runtime))
            .report();
    List<CaseOutcome> all = report.outcomes().toList();
    List<CaseOutcome> differing = all.stream().filter(CaseOutcome::unexpected).toList();
    if (differing.isEmpty()) {
      return ported(port, PortedNode.Verdict.EQUAL, all.size() + " cases are the same");
    }
    CaseOutcome first = differing.getFirst();
    CaseResult result = first.results().get(BackendId.JAVA);
    String signature =
        result == null ? "not on java" : result.verdict().signature().orElse("not as known");
    return ported(
        port,
        PortedNode.Verdict.DIFFERS,
        "%d of %d cases differ, first %s: `%s`"
            .formatted(differing.size(), all.size(), first.tried().id(), signature));
  }

  private static NodeFactory factory(NodePort port, NodesLoader loader) throws Exception {
    return (NodeFactory)
        loader
            .loadClass(port.name().canonicalName() + "Factory")
            .getDeclaredConstructor()
            .newInstance();
  }

  private static PortedNode ported(NodePort port, PortedNode.Verdict verdict, String detail) {
    return new PortedNode(
        port.report().node(),
        port.report().statements(),
        port.report().translated(),
        verdict,
        detail);
  }

  private static String undecided(NodePort port) {
    Mark first = port.report().marks().getFirst();
    int more = port.report().marks().size() - 1;
    String place = first.path().substring(first.path().lastIndexOf('/') + 1);
    return "%s:%d: %s%s"
        .formatted(place, first.line(), first.reason(), more == 0 ? "" : "; and " + more + " more");
  }

  private static String firstError(String messages) {
    return messages
        .lines()
        .filter(line -> line.contains("error:"))
        .findFirst()
        .orElse(messages)
        .replaceFirst(".*error: ", "")
        .replace("|", "\\|");
  }

  @Override
  public void close() throws IOException {
    runtime.close();
    compiler.close();
  }
}
