package dev.graft.python.graalpy;

import dev.graft.python.source.BundledFiles;
import dev.graft.python.source.StandardLibrary;
import java.util.Set;
import org.graalvm.polyglot.Source;

/**
 * What is the same in all contexts of an engine: read once, parsed once.
 *
 * @param files Graft's Python files
 * @param ownUnits the hashes of their texts: a context that ran others is not used again
 * @param library the texts of the standard library
 * @param bootstrap what is evaluated first; one object, for the engine knows it by that
 * @param bytecode the modules that need no parsing
 * @param held the modules whose code the engine keeps
 */
record Prelude(
    BundledFiles files,
    Set<String> ownUnits,
    StandardLibrary library,
    Source bootstrap,
    Bytecode bytecode,
    HeldSources held) {
  /** Graft itself has some fifty, the standard library some hundreds; the rest is for nodes. */
  private static final int HELD_MODULES = 2000;

  private static final String BOOTSTRAP = "graft/bootstrap.py";

  Prelude {
    ownUnits = Set.copyOf(ownUnits);
  }

  static Prelude load() {
    BundledFiles files = BundledFiles.load();
    return new Prelude(
        files,
        files.ownHashes(),
        new StandardLibrary(),
        Source.newBuilder(Sandbox.PYTHON, files.texts().getOrDefault(BOOTSTRAP, ""), BOOTSTRAP)
            .buildLiteral(),
        new Bytecode(),
        new HeldSources(HELD_MODULES));
  }
}
