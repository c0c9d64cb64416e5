package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.descriptor.Example;
import dev.graft.port.NodePort;
import dev.graft.port.UnportableException;
import dev.graft.port.write.ExampleCases;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonSyntax;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft port}: the first draft of a Java node from its Python class. */
@Command(
    name = "port",
    description = {
      "Write the first draft of the Java twin of a Python node: its parameters, ports, state and"
          + " examples, and its code as far as it can be translated exactly.",
      "What cannot stands in the draft as a comment and a call of undecided(…), a method that"
          + " nobody has: the draft does not compile until a person has decided. Nothing is"
          + " guessed.",
      "The summary says how many statements were translated, and which were not, and why.",
      "In a project of `graft new` the draft goes to src/main/java, its examples and the cases"
          + " that `graft record` wrote to src/test/cases."
    })
final class PortCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE.py[:CLASS] | NODE",
      description = "A Python file, with the class if it has several nodes; or a catalogue id.")
  private String node = "";

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      converter = Dash.Folder.class,
      description = "Write into this folder; into the project in the current folder if absent.")
  private @Nullable Path to;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "The Java package; that of the nodes of the project if absent.")
  private @Nullable String packageName;

  @Option(
      names = "--recorded",
      paramLabel = "FOLDER",
      description =
          "Where `graft record` wrote cases; the corpus of graft.json, or cases in the current"
              + " folder, if absent.")
  private Optional<Path> recorded = Optional.empty();

  @Option(
      names = "--force",
      description = "Overwrite a draft that is there. Cases that are there always stay.")
  private boolean force;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  PortCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ManifestException, RefusedException, IOException {
    PortSource source = PortSource.of(node); // first: what is mistyped there matters most
    PortTarget target =
        PortTarget.of(Path.of(""), Optional.ofNullable(to), Optional.ofNullable(packageName));
    BackendSettings settings = BackendSettings.ofUser();
    try (GraftRuntime runtime = nodeOptions.runtime(settings, source.sources())) {
      PythonNode found = source.find(runtime);
      write(draft(found, settings, target), found, target);
    }
    return Exit.OK;
  }

  private static NodePort draft(PythonNode node, BackendSettings settings, PortTarget target)
      throws RefusedException {
    PythonSyntax syntax =
        ServiceLoader.load(PythonSyntax.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new RefusedException(
                        "Python needs the artifact graft-nodes-python on the class path."));
    try {
      return NodePort.of(node, syntax, settings, target.packageName());
    } catch (PythonSourceException | UnportableException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }

  private void write(NodePort port, PythonNode node, PortTarget target)
      throws RefusedException, ManifestException, IOException {
    Path file = target.file(port);
    if (Files.exists(file) && !force) {
      throw new RefusedException(
          "%s is there already. Move it away, or let --force overwrite it.".formatted(file));
    }
    List<Path> written = new ArrayList<>();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, port.source());
    written.add(file);
    PortText text = new PortText(terminal, port, node, target);
    List<Path> kept = new ArrayList<>();
    List<Example> examples = node.descriptor().implementation().examples();
    if (!examples.isEmpty()) {
      put(
          target.caseFile(port),
          ExampleCases.of(port.report().node(), examples, target.schema()),
          written,
          kept);
    }
    Path folder = recorded(target.cases(), port);
    for (Path each : recorded(port, folder)) {
      put(folder.resolve(each.getFileName()), Files.readString(each), written, kept);
    }
    text.tell(written, kept, json);
  }

  /** Writes cases, but never over some that are there: they may be somebody's own by now. */
  private void put(Path file, String text, List<Path> written, List<Path> kept) throws IOException {
    if (Files.exists(file)) {
      kept.add(file);
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
    written.add(file);
  }

  /** Those that are not where they shall be already. */
  private List<Path> recorded(NodePort port, Path target) throws ManifestException, IOException {
    Path cases = recorded.isPresent() ? recorded.get() : ProjectFile.in(Path.of("")).newCases();
    Path folder = recorded(cases, port);
    if (!Files.isDirectory(folder) || folder.equals(target)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static Path recorded(Path cases, NodePort port) {
    return cases.resolve(port.report().node()).resolve("recorded");
  }
}
