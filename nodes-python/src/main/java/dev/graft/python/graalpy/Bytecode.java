package dev.graft.python.graalpy;

import dev.graft.runtime.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Engine;
import org.jspecify.annotations.Nullable;

/**
 * Modules that the build has compiled, as {@code marshal} writes them: Graft's own and much of the
 * standard library. An interpreter that has just started parses them some twenty times as slowly.
 * They hold for one release of GraalPy and one text; of anything else there are none, and it is
 * parsed. Safe for use by several threads.
 */
final class Bytecode {
  /** The release that is on the class path. */
  static final String RELEASE =
      String.valueOf(Engine.class.getPackage().getImplementationVersion());

  /** Where they are, as resources. */
  static final String FOLDER = "META-INF/graft/bytecode/" + RELEASE + "/";

  private static final int HASH_LENGTH = 64;

  private final Map<String, Optional<Compiled>> known = new ConcurrentHashMap<>();

  /** A file that the build wrote. */
  private record Compiled(String textHash, ByteBuffer code) {}

  /** The code of a module of that full name and text, read-only. */
  Optional<ByteBuffer> of(String module, String text) {
    return known
        .computeIfAbsent(module, Bytecode::read)
        .filter(compiled -> compiled.textHash().equals(Sha256.of(text)))
        .map(compiled -> compiled.code().duplicate());
  }

  private static Optional<Compiled> read(String module) {
    try (@Nullable InputStream in =
        Bytecode.class.getClassLoader().getResourceAsStream(FOLDER + module)) {
      if (in == null) {
        return Optional.empty();
      }
      ByteBuffer file = ByteBuffer.wrap(in.readAllBytes());
      byte[] hash = new byte[HASH_LENGTH];
      file.get(hash);
      return Optional.of(
          new Compiled(
              new String(hash, StandardCharsets.US_ASCII), file.slice().asReadOnlyBuffer()));
    } catch (IOException e) {
      return Optional.empty(); // the text is there as well
    }
  }
}
