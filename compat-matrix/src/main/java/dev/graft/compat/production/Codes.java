package dev.graft.compat.production;

import dev.graft.descriptor.Language;
import dev.graft.runtime.backend.BackendId;
import java.util.Optional;

/**
 * The hashes of the code of a node as it is now.
 *
 * @param java of its Java class
 * @param python of its Python class
 */
public record Codes(Optional<String> java, Optional<String> python) {
  /** The code that runs on a backend. */
  Optional<String> on(BackendId backend) {
    return backend.language() == Language.JAVA ? java : python;
  }
}
