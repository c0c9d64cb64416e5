package dev.graft.python.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds modules for an interpreter that cannot read files: those of the package {@code graft}, and
 * the siblings of user files in the roots that were named. Used by one thread at a time.
 */
public final class ModuleFinder {
  /** Only what Python could import: a name can never lead out of its root. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

  private final BundledFiles bundled;
  private final Set<Path> roots = new LinkedHashSet<>();
  private final Set<String> packages = new LinkedHashSet<>();

  /** A finder that knows no roots yet. */
  public ModuleFinder(BundledFiles bundled) {
    this.bundled = bundled;
  }

  /** Adds the roots of a file, which may import its siblings as modules of its package, too. */
  public void register(Iterable<Path> directories, Optional<String> parentPackage) {
    boolean any = false;
    for (Path directory : directories) {
      roots.add(directory.toAbsolutePath().normalize());
      any = true;
    }
    if (any) {
      parentPackage.ifPresent(packages::add);
    }
  }

  /** The module of that full name. */
  public Optional<PythonFile> find(String fullName) {
    if (!isModuleName(fullName)) {
      return Optional.empty();
    }
    return bundled.module(fullName).or(() -> sibling(fullName));
  }

  static boolean isModuleName(String name) {
    return NAME.matcher(name).matches();
  }

  private Optional<PythonFile> sibling(String fullName) {
    for (Path root : roots) {
      Optional<PythonFile> found = below(root, fullName);
      for (String parent : packages) {
        if (found.isEmpty() && fullName.startsWith(parent + ".")) {
          found = below(root, fullName.substring(parent.length() + 1));
        }
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<PythonFile> below(Path root, String name) {
    Path base = root.resolve(name.replace('.', '/'));
    return read(base.resolve("__init__.py"), true)
        .or(() -> read(base.resolveSibling(base.getFileName() + ".py"), false));
  }

  private static Optional<PythonFile> read(Path file, boolean isPackage) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PythonFile(file.toString(), Files.readString(file), isPackage));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
