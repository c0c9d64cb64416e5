package dev.graft.compat.code;

import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.hash.Sha256;
import java.util.List;
import java.util.Set;

/**
 * What a backend consists of, in one hash: the release of what it runs nodes with, what is
 * installed there, and the code that hosts them. The nodes themselves are no part of it.
 */
public final class BackendFingerprint {
  /** The facts that name code; all others may change from one minute to the next. */
  private static final Set<String> CODE =
      Set.of("Python", "numpy", "packages", "optimizing runtime", "origin", "home");

  private BackendFingerprint() {}

  /** The fingerprint. */
  public static String of(Backend backend, BackendStatus status, Catalogue catalogue) {
    List<String> nodes = NodeCode.pythonFiles(catalogue);
    StringBuilder text = new StringBuilder();
    text.append(backend.id()).append('\n').append(backend.release()).append('\n');
    text.append(status.implementation()).append('\n');
    status.facts().stream()
        .filter(fact -> CODE.contains(fact.name()))
        .forEach(fact -> text.append(fact.name()).append(' ').append(fact.value()).append('\n'));
    text.append(CodePlace.hash(backend.getClass(), nodes)).append('\n');
    text.append(CodePlace.hash(Backend.class, nodes)).append('\n');
    text.append(System.getProperty("os.name")).append(System.getProperty("os.arch"));
    return Sha256.of(text.toString());
  }
}
