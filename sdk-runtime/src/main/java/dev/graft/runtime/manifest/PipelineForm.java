package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.ListForm;
import dev.graft.runtime.form.PlacedForm;
import dev.graft.runtime.form.PlacedForm.Placed;
import dev.graft.runtime.form.Shape;
import dev.graft.runtime.form.TextForm;
import java.util.List;

/** A manifest as a whole. */
final class PipelineForm {
  /** For editors; whoever reads a document passes over it. */
  private static final Key<String> SCHEMA =
      Key.of("$schema", TextForm.ANY, "Where this schema is, for editors.");

  private static final Key<String> VERSION =
      Key.of("version", VersionForm.ANY, "The version of the form of manifests.").needed();
  private static final Key<String> NAME =
      Key.of("name", TextForm.ANY, "The name of the pipeline.").like("folklore").needed();
  private static final Key<List<Placed<NodeSpec>>> NODES =
      Key.of(
              "nodes",
              new ListForm<>(new PlacedForm<>(NodeForm.FORM), true),
              "The steps of the pipeline.")
          .needed();
  private static final Key<List<Placed<Manifest.Connection>>> CONNECTIONS =
      Key.of(
          "connections",
          ListForm.of(new PlacedForm<>(ConnectionForm.FORM)),
          "Who feeds whom. Without connections the nodes form a chain, in the order of the file.");
  private static final Key<List<Placed<String>>> PLUGINS =
      Key.of(
              "plugins",
              ListForm.of(new PlacedForm<>(TextForm.ANY)),
              "Folders of plugins: each jar and each Python file in one is a plugin, and so is each"
                  + " folder in it. Relative paths start at the folder of the manifest.")
          .like(List.of("target/plugins"));
  private static final Key<PythonSpec> PYTHON =
      Key.of(
          "python", PythonForm.FORM, "Where Python nodes come from, and which Pythons run them.");
  private static final Key<ErrorPolicy> ON_ERROR =
      Key.of(
              "on_error",
              PolicyForm.ANY,
              "What happens when a node fails at an item, unless the node says otherwise.")
          .usually("fail");

  static final Shape SHAPE =
      new Shape(
          "Graft pipeline manifest",
          "A pipeline: its nodes, how they are connected, and what happens when one fails.",
          List.of(SCHEMA, VERSION, NAME, PLUGINS, PYTHON, NODES, CONNECTIONS, ON_ERROR));

  private PipelineForm() {}

  /** The manifest of the entries of an object; it is of use only if nothing was found. */
  static Manifest read(Entries root, Origin origin) {
    root.get(VERSION);
    List<Placed<NodeSpec>> nodes = root.get(NODES).orElse(List.of());
    List<Placed<Manifest.Connection>> connections = root.get(CONNECTIONS).orElse(List.of());
    PythonSpec python = root.get(PYTHON).orElse(PythonSpec.NONE);
    CrossReferences.check(nodes, connections, python, root.reading());
    return new Manifest(
        root.get(NAME).orElse(""),
        nodes.stream().map(Placed::value).toList(),
        connections.stream().map(Placed::value).toList(),
        plugins(root),
        python,
        root.get(ON_ERROR).orElse(new ErrorPolicy.Fail()),
        root.reading().directory(),
        origin);
  }

  private static List<PluginFolder> plugins(Entries root) {
    return root.get(PLUGINS).orElse(List.of()).stream()
        .map(
            folder ->
                new PluginFolder(root.reading().resolve(folder.value()), Place.of(folder.path())))
        .toList();
  }
}
