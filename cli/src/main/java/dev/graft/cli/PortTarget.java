package dev.graft.cli;

import dev.graft.port.NodePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a draft is written.
 *
 * @param sources the folder of Java sources
 * @param cases the folder of cases
 * @param packageName the package of the class; empty for none
 * @param isProject whether it is a project that `mvn test` can look at
 */
record PortTarget(Path sources, Path cases, String packageName, boolean isProject) {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final String SCHEMA = "../../../schemas/case-1.schema.json";
  private static final String USUAL = "org.example.nodes";

  /**
   * A folder that was named, or the project in the current folder.
   *
   * @param here the current folder
   * @throws RefusedException if there is neither
   */
  static PortTarget of(Path here, Optional<Path> named, Optional<String> packageName)
      throws RefusedException, IOException {
    if (named.isPresent()) {
      Path folder = named.get();
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new RefusedException("--to: %s is a file. Name a folder.".formatted(folder));
      }
      return new PortTarget(folder, folder, packageName.orElse(""), false);
    }
    Path sources = here.resolve(Path.of("src", "main", "java"));
    if (!Files.isRegularFile(here.resolve("pom.xml")) || !Files.isDirectory(sources)) {
      throw new RefusedException(
          "there is no project here, with pom.xml and src/main/java. Make one (`graft new`), go to one, or name a folder: --to DIR.");
    }
    String found = packageName.isPresent() ? packageName.get() : usedIn(sources);
    return new PortTarget(sources, here.resolve(Path.of("src", "test", "cases")), found, true);
  }

  /** The package of the nodes that are there. */
  private static String usedIn(Path sources) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    for (Path file : files) {
      String text = Files.readString(file);
      Matcher found = PACKAGE.matcher(text);
      if (text.contains("@Node(") && found.find()) {
        return found.group(1);
      }
    }
    return USUAL;
  }

  Path file(NodePort port) {
    return sources
        .resolve(packageName.replace('.', '/'))
        .resolve(port.name().simpleName() + ".java");
  }

  /** The schema of case files, seen from one, where `graft new` has laid it down. */
  Optional<String> schema() {
    return isProject && Files.isRegularFile(cases.resolve(SCHEMA).normalize())
        ? Optional.of(SCHEMA)
        : Optional.empty();
  }

  Path caseFile(NodePort port) {
    return cases.resolve(port.report().node() + ".json");
  }
}
