package dev.graft.runtime.catalogue;

import dev.graft.runtime.hash.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One Python source text that defines nodes.
 *
 * @param module a module name that no other unit has
 * @param path where it came from, for tracebacks
 * @param source the text
 * @param parentPackage the package that its relative imports refer to
 * @param roots directories whose modules it may import
 * @param aliases packages of older code by the package that now stands for them
 * @param payload the pickle that stands for the text, if there is one; then the text is empty
 */
public record PythonUnit(
    String module,
    String path,
    String source,
    Optional<String> parentPackage,
    List<Path> roots,
    Map<String, String> aliases,
    Optional<Payload> payload) {

  public PythonUnit {
    roots = List.copyOf(roots);
    aliases = Map.copyOf(aliases);
  }

  /** A unit of source text. */
  public PythonUnit(
      String module,
      String path,
      String source,
      Optional<String> parentPackage,
      List<Path> roots,
      Map<String, String> aliases) {
    this(module, path, source, parentPackage, roots, aliases, Optional.empty());
  }

  /** The same with more directories whose modules it may import. */
  public PythonUnit withRoots(List<Path> more) {
    List<Path> all = Stream.concat(roots.stream(), more.stream()).distinct().toList();
    return new PythonUnit(module, path, source, parentPackage, all, aliases, payload);
  }

  /** SHA-256 of the source text or the payload, in hex. */
  public String hash() {
    return payload.map(Payload::sha256).orElseGet(() -> Sha256.of(source));
  }
}
