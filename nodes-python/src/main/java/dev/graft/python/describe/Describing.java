package dev.graft.python.describe;

import dev.graft.python.cpython.CPythonBackend;
import dev.graft.python.failure.FailureReport;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.python.graalpy.GraalPyBackend;
import dev.graft.python.host.HostKey;
import dev.graft.python.host.PythonHost;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Python that describes source texts: CPython, because it starts a hundred times faster, else
 * GraalPy. Nothing of the texts is run, so it does not matter which.
 */
final class Describing implements AutoCloseable {
  private static final Pattern PLACE = Pattern.compile("^(.*) \\((?:.*, )?line (\\d+)\\)$");

  private final Backend backend;
  private final PythonHost host;

  private Describing(Backend backend, PythonHost host) {
    this.backend = backend;
    this.host = host;
  }

  static Describing start(BackendSettings settings) throws HostingRefusedException {
    CPythonBackend worker = new CPythonBackend(settings);
    try {
      return new Describing(worker, worker.pool().lease(HostKey.PLAIN));
    } catch (HostingRefusedException e) {
      worker.close();
    }
    GraalPyBackend embedded = new GraalPyBackend();
    try {
      return new Describing(embedded, embedded.pool().lease(HostKey.PLAIN));
    } catch (HostingRefusedException e) {
      embedded.close();
      throw e;
    }
  }

  /**
   * What a text describes.
   *
   * @throws PythonSourceException if it is not Python
   */
  List<?> describe(PythonUnit unit) throws PythonSourceException {
    return read(unit, host::describe);
  }

  /**
   * The syntax tree of a text.
   *
   * @throws PythonSourceException if it is not Python
   */
  List<?> syntax(PythonUnit unit) throws PythonSourceException {
    return read(unit, host::syntax);
  }

  private static List<?> read(PythonUnit unit, Reading reading) throws PythonSourceException {
    try {
      return reading.of(unit);
    } catch (PythonFailureException e) {
      throw new PythonSourceException(List.of(problem(unit, e.report())));
    } catch (HostLostException e) {
      throw new PythonSourceException(
          List.of(unit.path() + ":1:1: cannot be described: " + e.getMessage()));
    }
  }

  /** What the host does with a text. */
  private interface Reading {
    List<?> of(PythonUnit unit) throws PythonFailureException, HostLostException;
  }

  private static String problem(PythonUnit unit, FailureReport report) {
    Matcher place = PLACE.matcher(report.message());
    return place.matches()
        ? "%s:%s:1: %s: %s".formatted(unit.path(), place.group(2), report.type(), place.group(1))
        : "%s:1:1: %s: %s".formatted(unit.path(), report.type(), report.message());
  }

  @Override
  public void close() {
    backend.close();
  }
}
