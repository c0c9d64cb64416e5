package dev.graft.compat.changes;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why two runs cannot be compared in full. */
final class Comparability {
  private Comparability() {}

  static List<String> notes(RecordedRun before, RecordedRun after) {
    List<String> notes = new ArrayList<>();
    for (RecordedRun run : List.of(before, after)) {
      if (!run.complete()) {
        notes.add(run.name() + " did not come to its end: what it has no result for is not told");
      }
    }
    if (before.comparator() != after.comparator()) {
      notes.add(
          "the rules of comparison are others: version %d in %s, %d in %s"
              .formatted(before.comparator(), before.name(), after.comparator(), after.name()));
    }
    if (!before.corpus().isEmpty()
        && !after.corpus().isEmpty()
        && !before.corpus().equals(after.corpus())) {
      notes.add("the cases are others: only those with equal hashes are compared");
    }
    for (BackendId backend : BackendId.values()) {
      backend(backend, before, after).ifPresent(notes::add);
    }
    return notes;
  }

  private static Optional<String> backend(
      BackendId backend, RecordedRun before, RecordedRun after) {
    String was = before.backends().getOrDefault(backend, "");
    String is = after.backends().getOrDefault(backend, "");
    if (was.equals(is)) {
      return Optional.empty();
    } else if (was.isEmpty()) {
      return Optional.of(backend + " ran only in " + after.name() + ": nothing is compared there");
    } else if (is.isEmpty()) {
      return Optional.of(backend + " ran only in " + before.name() + ": nothing is compared there");
    }
    return Optional.of(backend + " is another version: it was " + was + " and is " + is);
  }
}
