package dev.graft.runtime.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a manifest says about Python.
 *
 * @param files the files, or folders of files, that define nodes
 * @param roots directories whose modules the files may import, besides their own
 * @param aliases packages of older code by the package that now stands for them
 * @param interpreter a CPython to use instead of the bundled one
 * @param payloads nodes that are given as pickles
 * @param environments other CPythons by name, for nodes that ask for one
 * @param isByClass whether node types are names of classes of the files, as in older manifests, and
 *     nodes of the catalogue do not count
 */
public record PythonSpec(
    List<File> files,
    List<Path> roots,
    Map<String, String> aliases,
    Optional<Path> interpreter,
    List<PayloadFile> payloads,
    List<EnvironmentSpec> environments,
    boolean isByClass) {
  private static final Place NODES = Place.of("python.nodes");

  /** Nothing is said. */
  public static final PythonSpec NONE =
      new PythonSpec(List.of(), List.of(), Map.of(), Optional.empty(), List.of(), List.of());

  /** Where node types are ids. */
  public PythonSpec(
      List<File> files,
      List<Path> roots,
      Map<String, String> aliases,
      Optional<Path> interpreter,
      List<PayloadFile> payloads,
      List<EnvironmentSpec> environments) {
    this(files, roots, aliases, interpreter, payloads, environments, false);
  }

  public PythonSpec {
    files = List.copyOf(files);
    roots = List.copyOf(roots);
    aliases = Map.copyOf(aliases);
    payloads = List.copyOf(payloads);
    environments = List.copyOf(environments);
  }

  /** The same with more files. */
  public PythonSpec with(List<File> more) {
    List<File> all = Stream.concat(files.stream(), more.stream()).toList();
    return new PythonSpec(all, roots, aliases, interpreter, payloads, environments, isByClass);
  }

  /** The same with these files, whose classes are named by node types. */
  PythonSpec byClass(List<File> files) {
    return new PythonSpec(files, roots, aliases, interpreter, payloads, environments, true);
  }

  /**
   * A file that holds one node, as a pickle.
   *
   * @param path where it is
   * @param type the id that the manifest gives it
   * @param place where the manifest names it
   */
  public record PayloadFile(Path path, String type, Place place) {
    /** One that no text names. */
    public PayloadFile(Path path, String type) {
      this(path, type, NODES);
    }
  }

  /**
   * A file that defines nodes, or a folder of such files.
   *
   * @param path where it is
   * @param parentPackage the package that its relative imports refer to
   * @param place where the manifest names it
   */
  public record File(Path path, Optional<String> parentPackage, Place place) {
    /** One that no text names. */
    public File(Path path, Optional<String> parentPackage) {
      this(path, parentPackage, NODES);
    }
  }
}
