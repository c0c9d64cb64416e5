package dev.graft.python.failure;

import dev.graft.runtime.failure.Phase;
import dev.graft.value.ValueException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Python code raised an exception, and its host reported it. */
public final class PythonFailureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient FailureReport report;

  /** The exception of a report. */
  public PythonFailureException(FailureReport report) {
    super(report.type() + ": " + report.message(), null, false, false);
    this.report = report;
  }

  /** The failure of a value that cannot cross; its path starts at {@code in} and so on. */
  public static PythonFailureException refused(Phase phase, OptionalLong index, ValueException e) {
    return new PythonFailureException(
        new FailureReport(
            phase,
            index,
            e.kind(),
            "ValueRefusedError",
            String.valueOf(e.getMessage()),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  /** The same failure at an item that the host was not told the number of. */
  public PythonFailureException at(long item) {
    return new PythonFailureException(report.at(item));
  }

  /** What was reported. */
  public FailureReport report() {
    return report;
  }
}
