package dev.graft.cli.project;

import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.ListForm;
import dev.graft.runtime.form.Shape;
import dev.graft.runtime.form.TextForm;
import dev.graft.runtime.manifest.FormReader;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code graft.json} says: the places of a project, for commands that are called in its folder
 * and not told otherwise. They need not be there yet.
 *
 * @param nodes Python files, or folders of them
 * @param plugins folders of plugins
 * @param corpus folders of case files
 * @param origin where it came from, for messages
 */
public record ProjectFile(List<Path> nodes, List<Path> plugins, List<Path> corpus, Origin origin) {
  /** What it is called. */
  public static final String NAME = "graft.json";

  /** Nothing is said. */
  public static final ProjectFile NONE =
      new ProjectFile(List.of(), List.of(), List.of(), Origin.PROGRAM);

  private static final FormReader READER = new FormReader("a project file");

  private static final Key<String> SCHEMA =
      Key.of("$schema", TextForm.ANY, "Where this schema is, for editors.");
  private static final Key<List<String>> NODES =
      Key.of(
              "nodes",
              ListForm.of(TextForm.ANY),
              "Python files, and folders of them, that define nodes: what --nodes names.")
          .like(List.of("src/main/python"));
  private static final Key<List<String>> PLUGINS =
      Key.of("plugins", ListForm.of(TextForm.ANY), "Folders of plugins: what --plugins names.")
          .like(List.of("target/plugins"));
  private static final Key<List<String>> CORPUS =
      Key.of("corpus", ListForm.of(TextForm.ANY), "Folders of case files: what --corpus names.")
          .like(List.of("src/test/cases"));

  private static final Shape SHAPE =
      new Shape(
          "Graft project",
          "Where a project keeps what commands look for that are called in its folder. A place need"
              + " not be there yet. An option of a command takes the place of its key.",
          List.of(SCHEMA, NODES, PLUGINS, CORPUS));

  public ProjectFile {
    nodes = List.copyOf(nodes);
    plugins = List.copyOf(plugins);
    corpus = List.copyOf(corpus);
  }

  /**
   * That of a folder; {@link #NONE} if it has none.
   *
   * @throws ManifestException if something is wrong with it
   */
  public static ProjectFile in(Path folder) throws ManifestException {
    Path file = folder.resolve(NAME);
    return Files.exists(file)
        ? READER.read(
            READER.text(file),
            file.toString(),
            folder,
            (slot, origin) -> of(SHAPE.open(slot).orElseThrow(), origin))
        : NONE;
  }

  private static ProjectFile of(Entries root, Origin origin) {
    return new ProjectFile(paths(root, NODES), paths(root, PLUGINS), paths(root, CORPUS), origin);
  }

  private static List<Path> paths(Entries root, Key<List<String>> key) {
    return root.get(key).orElse(List.of()).stream().map(root.reading()::resolve).toList();
  }

  /** Its form as a JSON Schema. */
  static String schema() {
    return SHAPE.document("urn:graft:project:1");
  }

  /** Where new cases go: into the first folder of the corpus, else into {@code cases}. */
  public Path newCases() {
    return corpus.isEmpty() ? Path.of("cases") : corpus.getFirst();
  }

  /** Whether a file or folder is one of some places, or lies directly in one. */
  public static boolean has(List<Path> places, Path path) {
    Path sought = normal(path);
    return places.stream()
        .map(ProjectFile::normal)
        .anyMatch(place -> place.equals(sought) || place.equals(sought.getParent()));
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Those of some places that are there. */
  public static List<Path> there(List<Path> places) {
    return places.stream().filter(Files::exists).toList();
  }
}
