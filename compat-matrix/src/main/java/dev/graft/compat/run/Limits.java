package dev.graft.compat.run;

import dev.graft.compat.limits.Firing;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.limits.LimitationsEditor;
import dev.graft.compat.report.StoredLimits;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.verdict.Overlay;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The known limitations beside what the last run made of them. */
public final class Limits {
  private final CompatOptions options;
  private final List<Limitation> entries;
  private final Optional<StoredLimits> last;

  private Limits(CompatOptions options, List<Limitation> entries, Optional<StoredLimits> last) {
    this.options = options;
    this.entries = entries;
    this.last = last;
  }

  /** Those of a host and of the options, and the report in their folder if there is one. */
  public static Limits of(NodeHost host, CompatOptions options) throws CompatUsageException {
    Path report = options.output().resolve("report.json");
    try {
      return new Limits(
          options,
          LimitationFiles.read(options, host),
          Files.exists(report) ? Optional.of(StoredLimits.read(report)) : Optional.empty());
    } catch (IOException e) {
      throw new CompatUsageException("cannot read " + report + ": " + e.getMessage());
    }
  }

  /** Whether some entry must be edited before a run can pass. */
  public boolean mustBeEdited() {
    return entries.stream().map(this::status).anyMatch(LimitationState.Status::mustBeEdited);
  }

  /** The entries with their states. */
  public List<String> list() {
    List<String> lines = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(options.clock().instant(), ZoneOffset.UTC);
    for (Limitation each : entries) {
      lines.add(each.id() + "  " + status(each) + counts(each));
      lines.add("  " + each.title() + ". " + each.reason());
      if (!each.workaround().isEmpty()) {
        lines.add("  " + each.workaround());
      }
      lines.add(
          "  %s, %s, review %s%s"
              .formatted(
                  each.kind(),
                  each.issue(),
                  each.review(),
                  today.isAfter(each.review()) ? " (past)" : ""));
    }
    if (entries.isEmpty()) {
      lines.add("There are no known limitations.");
    } else if (last.isEmpty()) {
      lines.add("");
      lines.add("Nothing ran yet: there is no report in " + options.output() + ".");
    }
    return lines;
  }

  private LimitationState.Status status(Limitation entry) {
    return last.flatMap(report -> Optional.ofNullable(report.states().get(entry.id())))
        .map(StoredLimits.State::status)
        .orElse(LimitationState.Status.NOT_SEEN);
  }

  private String counts(Limitation entry) {
    return last.flatMap(report -> Optional.ofNullable(report.states().get(entry.id())))
        .map(
            state ->
                "  %d known, %d changed, %d fixed"
                    .formatted(state.known(), state.changed(), state.fixed()))
        .orElse("");
  }

  /**
   * Removes from the file what the last run found to be no longer true, and says what it did.
   *
   * @throws CompatUsageException if there is no file or no report
   */
  public List<String> fix() throws CompatUsageException, IOException {
    Path file =
        options
            .limitations()
            .orElseThrow(
                () ->
                    new CompatUsageException(
                        "--fix: name the file with --limitations; the entries that come with the"
                            + " nodes are in their jars."));
    StoredLimits report = report();
    List<String> lines = new ArrayList<>();
    Set<String> gone = new LinkedHashSet<>();
    for (Limitation entry : entries) {
      StoredLimits.State state = report.states().get(entry.id());
      if (state != null && state.status().isOver()) {
        int covered = state.known() + state.changed();
        if (covered > 0) {
          lines.add(
              "%s still covers %d results: take out by hand the cases that pass: %s"
                  .formatted(entry.id(), covered, passing(entry, report)));
        } else {
          gone.add(entry.id());
        }
      }
    }
    edit(file, gone, lines);
    return lines;
  }

  private static String passing(Limitation entry, StoredLimits report) {
    return String.join(
        ", ",
        report.results().stream()
            .filter(each -> each.overlay() == Overlay.FIXED && entry.coversCase(each.caseKey()))
            .map(StoredLimits.Result::caseKey)
            .distinct()
            .toList());
  }

  private static void edit(Path file, Set<String> gone, List<String> lines)
      throws CompatUsageException, IOException {
    try {
      String text = Files.readString(file);
      String edited = LimitationsEditor.without(gone, text, file.toString());
      if (edited.equals(text)) {
        lines.add("Nothing to remove from " + file + ".");
      } else {
        Files.writeString(file, edited);
        gone.forEach(id -> lines.add("removed " + id + " from " + file));
      }
    } catch (LimitationsException e) {
      throw new CompatUsageException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Which rule decided about the results of a case.
   *
   * @throws CompatUsageException if there is no report, or it has no such case
   */
  public List<String> explain(String caseKey) throws CompatUsageException {
    List<StoredLimits.Result> results =
        report().results().stream().filter(each -> each.caseKey().equals(caseKey)).toList();
    if (results.isEmpty()) {
      throw new CompatUsageException(
          "the report in %s has no case \"%s\".".formatted(options.output(), caseKey));
    }
    List<String> lines = new ArrayList<>();
    for (StoredLimits.Result result : results) {
      lines.add(
          "%s on %s: %s%s"
              .formatted(
                  caseKey,
                  result.backend(),
                  result.signature().orElse(result.observed()),
                  result.overlay() == Overlay.NONE ? "" : ", " + result.overlay()));
      for (Limitation entry : entries) {
        Firing firing =
            Firing.of(
                entry, caseKey, result.backend(), result.implementation(), result.signature());
        lines.add(
            "  %s %s: %s"
                .formatted(entry.id(), firing.fires() ? "fires" : "does not fire", firing.why()));
      }
    }
    return lines;
  }

  private StoredLimits report() throws CompatUsageException {
    return last.orElseThrow(
        () ->
            new CompatUsageException(
                "there is no report in %s: run graft matrix first.".formatted(options.output())));
  }
}
