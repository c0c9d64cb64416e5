package dev.graft.cli.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The files of a new project.
 *
 * @param kind what its node is written in
 * @param name the name of the project, as Maven wants it
 * @param version the version of Graft that it uses
 */
public record NewProject(ProjectKind kind, String name, String version) {
  /** Stands for the name in the templates; a project of this name still waits for one. */
  public static final String ANY_NAME = "{{project}}";

  private static final String TEMPLATES = "/new-project/";

  /** Stands for the dot of a hidden file: builds leave such resources out. */
  private static final String DOT = "dot-";

  /** The name that Maven takes for a project in a folder of that name; empty if there is none. */
  public static String nameOf(Path folder) {
    String folderName = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    return folderName
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9._-]+", "-")
        .replaceAll("^[-._]+|[-._]+$", "");
  }

  /** Writes all files into a folder, which is made if it is not there. Returns them, in order. */
  public List<Path> write(Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    for (String template : read(kind.index()).lines().toList()) {
      Path file = folder.resolve(target(template));
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, read(template).replace(ANY_NAME, name).replace("{{graft}}", version));
      written.add(file);
    }
    written.add(schema(folder, PublishedSchema.CASE));
    written.add(schema(folder, PublishedSchema.PROJECT));
    return written;
  }

  /** What a file names as its schema, so that an editor knows it. */
  private static Path schema(Path folder, PublishedSchema kind) throws IOException {
    Path file = folder.resolve("schemas").resolve(kind.fileName());
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, kind.text());
  }

  /** The first folder says only to which kinds a file belongs. */
  private static String target(String template) {
    String inside = template.substring(template.indexOf('/') + 1);
    return inside.startsWith(DOT) ? "." + inside.substring(DOT.length()) : inside;
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = NewProject.class.getResourceAsStream(TEMPLATES + resource)) {
      if (in == null) {
        throw new IOException(resource + " is in an index and not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
