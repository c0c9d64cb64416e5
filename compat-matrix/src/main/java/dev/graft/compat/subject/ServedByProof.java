package dev.graft.compat.subject;

import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.catalogue.NodeImplementation;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says whether the one who answered is the one who was asked. */
final class ServedByProof {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private ServedByProof() {}

  /** What is wrong, or nothing. */
  static Optional<String> missing(Subject subject, ServedBy servedBy) {
    if (servedBy.backend() != subject.backend()) {
      return Optional.of(
          "asked for %s, served by %s".formatted(subject.backend(), servedBy.backend()));
    } else if (!HASH.matcher(servedBy.codeHash()).matches()) {
      return Optional.of("nobody says which code ran: its hash is \"" + servedBy.codeHash() + "\"");
    } else if (servedBy.implementation().isBlank() || servedBy.process().isBlank()) {
      return Optional.of("nobody says which implementation or which process ran it");
    } else if (subject.node() instanceof NodeImplementation.PythonNode python
        && !python.unit().hash().equals(servedBy.codeHash())) {
      return Optional.of("other code ran than the catalogue has: the hashes differ");
    }
    return Optional.empty();
  }
}
