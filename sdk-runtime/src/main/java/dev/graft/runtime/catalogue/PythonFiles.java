package dev.graft.runtime.catalogue;

import dev.graft.registry.DuplicateNodeException;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.hash.Sha256;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.manifest.PythonSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Adds the nodes of a user's own Python files to a catalogue. */
final class PythonFiles {
  private PythonFiles() {}

  /**
   * The catalogue with the nodes of the files.
   *
   * @param problems gets what is wrong with the files, and which nodes are there already
   */
  static Catalogue addTo(
      Catalogue catalogue,
      PythonSpec python,
      BackendSettings settings,
      ClassLoader loader,
      List<Problem> problems)
      throws ManifestException {
    Catalogue result = Payloads.addTo(catalogue, python, problems);
    return python.files().isEmpty() ? result : addFiles(result, python, settings, loader, problems);
  }

  private static Catalogue addFiles(
      Catalogue catalogue,
      PythonSpec python,
      BackendSettings settings,
      ClassLoader loader,
      List<Problem> problems)
      throws ManifestException {
    PythonDescriber describer = describer(loader);
    Catalogue result = catalogue;
    for (PythonSpec.File entry : python.files()) {
      for (NodeImplementation.PythonNode node :
          nodes(entry, python, describer, settings, problems)) {
        try {
          result = result.with(node);
        } catch (DuplicateNodeException e) {
          problems.add(Problem.of(entry.place(), String.valueOf(e.getMessage())));
        }
      }
    }
    return result;
  }

  /**
   * The nodes of some files.
   *
   * @param problems gets what is wrong with the files; those of the others are there all the same
   */
  static List<NodeImplementation.PythonNode> nodes(
      PythonSpec python, BackendSettings settings, ClassLoader loader, List<Problem> problems)
      throws ManifestException {
    List<NodeImplementation.PythonNode> nodes = new ArrayList<>();
    if (!python.files().isEmpty()) {
      PythonDescriber describer = describer(loader);
      for (PythonSpec.File entry : python.files()) {
        nodes.addAll(nodes(entry, python, describer, settings, problems));
      }
    }
    return nodes;
  }

  private static PythonDescriber describer(ClassLoader loader) throws ManifestException {
    return ServiceLoader.load(PythonDescriber.class, loader)
        .findFirst()
        .orElseThrow(
            () ->
                new ManifestException(
                    List.of(
                        Problem.of(
                            Place.of("python.nodes"),
                            "Python needs the artifact graft-nodes-python on the class path."))));
  }

  private static List<NodeImplementation.PythonNode> nodes(
      PythonSpec.File entry,
      PythonSpec python,
      PythonDescriber describer,
      BackendSettings settings,
      List<Problem> problems) {
    List<NodeImplementation.PythonNode> nodes = new ArrayList<>();
    for (Path file : files(entry, problems)) {
      try {
        PythonUnit unit = unit(file, entry.parentPackage(), python);
        nodes.addAll(describer.describe(unit, settings));
      } catch (PythonSourceException e) {
        e.problems().forEach(line -> problems.add(Problem.elsewhere(entry.place(), line)));
      } catch (IOException e) {
        problems.add(Problem.of(entry.place(), file + " cannot be read (" + e.getMessage() + ")."));
      }
    }
    return python.isByClass() ? ClassNames.asIds(nodes) : nodes;
  }

  private static List<Path> files(PythonSpec.File entry, List<Problem> problems) {
    Path path = entry.path();
    if (Files.isRegularFile(path)) {
      return List.of(path);
    } else if (!Files.isDirectory(path)) {
      problems.add(
          Problem.of(
              entry.place(),
              "there is no file or folder %s. Paths start at the manifest's folder."
                  .formatted(path)));
      return List.of();
    }
    try (Stream<Path> children = Files.list(path)) {
      return children
          .filter(file -> file.toString().endsWith(".py") && !isPrivate(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      problems.add(Problem.of(entry.place(), path + " cannot be read (" + e.getMessage() + ")."));
      return List.of();
    }
  }

  private static boolean isPrivate(Path file) {
    return file.getFileName().toString().startsWith("_");
  }

  private static PythonUnit unit(Path file, Optional<String> parentPackage, PythonSpec python)
      throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    String name = absolute.getFileName().toString().replaceFirst("\\.py$", "");
    List<Path> roots = new ArrayList<>();
    Path folder = absolute.getParent();
    if (folder != null) {
      roots.add(folder);
    }
    roots.addAll(python.roots());
    String source = Files.readString(file);
    // A file and each of its versions are modules of their own, so they can live side by side.
    String hash = Sha256.of(absolute + "\n" + source).substring(0, 8);
    return new PythonUnit(
        "graft_user_" + name + "_" + hash,
        absolute.toString(),
        source,
        parentPackage,
        roots,
        python.aliases());
  }
}
