package dev.graft.runtime.project;

import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which code turned out to be unable to run on which backend, so that later runs need not find out
 * again. A refusal holds for one text of the code and one release of the backend. Safe for several
 * threads; several programs may use one folder.
 */
public final class Refusals {
  /** What is forgotten is found out again. */
  private static final int MOST = 10_000;

  private static final System.Logger LOG = System.getLogger(Refusals.class.getName());

  private final Optional<RefusalFile> file;
  private @Nullable Map<Subject, Refusal> known;

  /** A class of some code on some release. */
  private record Subject(BackendId backend, String release, String codeHash, String symbol) {}

  /**
   * What is known.
   *
   * @param folder where it is kept, read when it is first asked for; empty: only in memory
   */
  public Refusals(Optional<Path> folder) {
    this.file = folder.map(RefusalFile::new);
  }

  /** A node cannot run on a backend; the first reason counts. */
  public synchronized void add(Backend backend, NodeImplementation node, String reason) {
    if (!(node instanceof PythonNode python) || known().size() >= MOST) {
      return;
    }
    Refusal refusal =
        new Refusal(
            backend.id(),
            backend.release(),
            python.unit().hash(),
            symbol(python),
            reason,
            LocalDate.now(ZoneOffset.UTC));
    if (known().putIfAbsent(subject(refusal), refusal) == null) {
      file.ifPresent(lines -> write(lines, refusal));
    }
  }

  /** Why a node cannot run on a backend, if that is known. */
  public synchronized Optional<String> reason(Backend backend, NodeImplementation node) {
    return node instanceof PythonNode python
        ? Optional.ofNullable(
                known()
                    .get(
                        new Subject(
                            backend.id(), backend.release(), python.unit().hash(), symbol(python))))
            .map(Refusal::reason)
        : Optional.empty();
  }

  /** All of them, those of earlier releases too. */
  public synchronized List<Refusal> all() {
    return new ArrayList<>(known().values());
  }

  /** The file that keeps them, if there is one; delete it to have all tried again. */
  public Optional<Path> path() {
    return file.map(RefusalFile::path);
  }

  private Map<Subject, Refusal> known() {
    Map<Subject, Refusal> read = known;
    if (read == null) {
      read = new LinkedHashMap<>();
      for (Refusal refusal : file.map(Refusals::read).orElse(List.of())) {
        read.putIfAbsent(subject(refusal), refusal);
      }
      known = read;
    }
    return read;
  }

  private static List<Refusal> read(RefusalFile lines) {
    try {
      return lines.read();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, lines.path() + " cannot be read and is not used: " + e);
      return List.of();
    }
  }

  private static void write(RefusalFile lines, Refusal refusal) {
    try {
      lines.add(refusal);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          lines.path() + " cannot be written, so the next program finds out again: " + e);
    }
  }

  private static Subject subject(Refusal refusal) {
    return new Subject(refusal.backend(), refusal.release(), refusal.codeHash(), refusal.symbol());
  }

  private static String symbol(PythonNode node) {
    return node.descriptor().implementation().symbol();
  }
}
