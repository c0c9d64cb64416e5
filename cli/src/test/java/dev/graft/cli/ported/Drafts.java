package dev.graft.cli.ported;

import dev.graft.cli.mutants.InMemoryCompiler;
import dev.graft.cli.mutants.NodesLoader;
import dev.graft.cli.mutants.WrongHost;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.port.NodePort;
import dev.graft.port.UnportableException;
import dev.graft.port.translate.Mark;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.CatalogueEntry;
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
  private final GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser());
  private final PythonSyntax syntax =
      ServiceLoader.load(PythonSyntax.class).findFirst().orElseThrow();
  private final Path folder;
  private final CompatOptions options;

  Drafts(Path folder) {
    this.folder = folder;
    options =
        CompatOptions.defaults()
            .selecting(every -> every.withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
            .withRandom(MADE_UP, 1)
            .withOutput(folder.resolve("reports"));
  }

  /** The nodes that are in both languages. */
  List<String> twins() {
    return runtime.catalogue().entries().stream()
        .filter(CatalogueEntry::areTwins)
        .map(CatalogueEntry::id)
        .toList();
  }

  /** Ports a node and says what became of it. */
  PortedNode of(String node) throws Exception {
    CatalogueEntry entry = runtime.catalogue().find(node).orElseThrow();
    String java = entry.java().orElseThrow().descriptor().implementation().symbol();
    String packageName = java.substring(0, java.lastIndexOf('.'));
    NodePort port;
    try {
      port =
          NodePort.of(entry.python().orElseThrow(), syntax, BackendSettings.ofUser(), packageName);
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
    return judged(port, loader);
  }

  private PortedNode judged(NodePort port, NodesLoader loader) throws Exception {
    String node = port.report().node();
    CompatReport report =
        CompatRun.run(
                options.selecting(every -> every.withNodes(List.of(node))),
                new WrongHost(node, loader, runtime))
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
