package dev.graft.python.describe;

import dev.graft.python.source.BundledFiles;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Run by the build: lists the Python files and describes the nodes in them. */
final class IndexBuilder {
  private IndexBuilder() {}

  /**
   * Writes both lists.
   *
   * @param arguments the folder of class files, and a folder for the cache
   */
  public static void main(String[] arguments) throws IOException, HostingRefusedException {
    Path classes = Path.of(arguments[0]);
    write(classes.resolve(BundledFiles.LISTING), listing(classes.resolve(BundledFiles.FOLDER)));
    BackendSettings settings = new BackendSettings(Path.of(arguments[1]), Optional.empty());
    List<String> problems = new ArrayList<>();
    write(classes.resolve(NodeIndex.RESOURCE), index(BundledFiles.load(), settings, problems));
    if (!problems.isEmpty()) {
      problems.forEach(System.err::println);
      System.exit(1);
    }
  }

  private static String index(BundledFiles files, BackendSettings settings, List<String> problems)
      throws HostingRefusedException {
    StringBuilder lines = new StringBuilder();
    try (Describing python = Describing.start(settings)) {
      for (PythonUnit unit : NodeIndex.units(files)) {
        try {
          List<?> items = python.describe(unit);
          if (!DescribedItems.nodes(unit, items).isEmpty()) {
            lines.append(NodeIndex.line(unit, items)).append('\n');
          }
        } catch (PythonSourceException e) {
          problems.addAll(e.problems());
        } catch (IllegalArgumentException e) {
          problems.add(unit.path() + ":1:1: " + e.getMessage());
        }
      }
    }
    return lines.toString();
  }

  private static String listing(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
