package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.ListForm;
import dev.graft.runtime.form.PlacedForm;
import dev.graft.runtime.form.PlacedForm.Placed;
import dev.graft.runtime.form.Reading;
import dev.graft.runtime.form.Shape;
import dev.graft.runtime.form.TextForm;
import dev.graft.runtime.form.ValuesForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A manifest of the older system, version {@code v1}. Its node types are classes of the user's own
 * Python files, never nodes of the catalogue: those have other contracts under similar names. One
 * key is new, {@code python}: it says where the files are.
 */
final class OlderForm {
  static final String VERSION = "v1";

  /** Where the files are looked for if the manifest does not say. */
  static final String NODES_FOLDER = "nodes";

  private static final Key<String> VERSION_KEY =
      Key.of("version", TextForm.ANY, "The version of the form.").needed();
  private static final Key<Map<String, @Nullable Object>> METADATA =
      Key.of("metadata", ValuesForm.ANY, "What the pipeline is called, and who made it when.");
  private static final Key<List<Placed<NodeSpec>>> NODES =
      Key.of(
              "nodes",
              new ListForm<>(new PlacedForm<>(OlderNodeForm.FORM), true),
              "The nodes of the pipeline.")
          .needed();
  private static final Key<List<Placed<Manifest.Connection>>> CONNECTIONS =
      Key.of(
          "connections",
          ListForm.of(new PlacedForm<>(ConnectionForm.FORM)),
          "Who feeds whom. Without connections the nodes form a chain.");
  private static final Key<PythonSpec> PYTHON =
      Key.of("python", PythonForm.FORM, "Where the Python files are: a key of Graft's own.");

  static final Shape SHAPE =
      new Shape(
          "Older manifest",
          "A pipeline of the older system.",
          List.of(VERSION_KEY, METADATA, NODES, CONNECTIONS, PYTHON));

  private OlderForm() {}

  /** The manifest of the entries of an object; it is of use only if nothing was found. */
  static Manifest read(Entries root, Origin origin) {
    Reading reading = root.reading();
    List<Placed<NodeSpec>> nodes = root.get(NODES).orElse(List.of());
    List<Placed<Manifest.Connection>> connections = root.get(CONNECTIONS).orElse(List.of());
    PythonSpec said = root.get(PYTHON).orElse(PythonSpec.NONE);
    PythonSpec python = said.byClass(said.files().isEmpty() ? folder(reading) : said.files());
    CrossReferences.check(nodes, connections, python, reading);
    Object name = root.get(METADATA).orElse(Map.of()).get("name");
    return new Manifest(
        name instanceof String text && !text.isBlank() ? text : origin.source(),
        nodes.stream().map(Placed::value).toList(),
        connections.stream().map(Placed::value).toList(),
        List.of(),
        python,
        new ErrorPolicy.Fail(),
        reading.directory(),
        origin);
  }

  /** The folder beside the manifest, if it is there. */
  private static List<PythonSpec.File> folder(Reading reading) {
    Path folder = reading.resolve(NODES_FOLDER);
    return Files.isDirectory(folder)
        ? List.of(new PythonSpec.File(folder, Optional.empty()))
        : List.of();
  }
}
