package dev.graft.compat.changes;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two runs. */
public final class RunDiff {
  private record Place(String key, BackendId backend) {
    static Place of(Recorded result) {
      return new Place(result.key(), result.backend());
    }
  }

  private final RecordedRun before;
  private final RecordedRun after;
  private final List<Change> changes = new ArrayList<>();
  private final NodeTimes times = new NodeTimes();
  private int compared;

  private RunDiff(RecordedRun before, RecordedRun after) {
    this.before = before;
    this.after = after;
  }

  /** What changed from the one to the other. */
  public static Changes of(RecordedRun before, RecordedRun after) {
    RunDiff diff = new RunDiff(before, after);
    diff.run();
    return new Changes(
        before.name(), after.name(), Comparability.notes(before, after), diff.compared, diff.all());
  }

  private void run() {
    Map<Place, Recorded> was = byPlace(before);
    Map<Place, Recorded> is = byPlace(after);
    is.forEach(
        (place, result) ->
            Optional.ofNullable(was.get(place))
                .ifPresentOrElse(old -> pair(old, result), () -> added(result)));
    if (after.whole()) {
      was.forEach(
          (place, result) -> {
            if (!is.containsKey(place)) {
              removed(result);
            }
          });
    }
  }

  private static Map<Place, Recorded> byPlace(RecordedRun run) {
    Map<Place, Recorded> places = new LinkedHashMap<>();
    run.results().forEach(result -> places.put(Place.of(result), result));
    return places;
  }

  private void pair(Recorded was, Recorded is) {
    if (!was.hash().equals(is.hash())) {
      add(Change.Kind.EDITED, is, was.text(), is.text());
      return;
    }
    compared++;
    kind(was, is).ifPresent(kind -> add(kind, is, was.text(), is.text()));
    if (was.standing() == Standing.PASSES && is.standing() == Standing.PASSES) {
      times.add(was, is);
    }
  }

  private static Optional<Change.Kind> kind(Recorded was, Recorded is) {
    boolean other = !was.signature().equals(is.signature());
    return switch (is.standing()) {
      case PASSES ->
          switch (was.standing()) {
            case PASSES -> Optional.empty();
            case KNOWN, FAILS -> Optional.of(Change.Kind.FIXED);
            case SKIPPED -> Optional.of(Change.Kind.ADDED);
          };
      case KNOWN ->
          switch (was.standing()) {
            case KNOWN -> other ? Optional.of(Change.Kind.CHANGED) : Optional.empty();
            case PASSES, FAILS, SKIPPED -> Optional.of(Change.Kind.NEWLY_KNOWN);
          };
      case FAILS ->
          switch (was.standing()) {
            case FAILS ->
                other || !was.verdict().equals(is.verdict())
                    ? Optional.of(Change.Kind.CHANGED)
                    : Optional.empty();
            case PASSES, KNOWN, SKIPPED -> Optional.of(Change.Kind.REGRESSED);
          };
      case SKIPPED ->
          was.standing() == Standing.SKIPPED
              ? Optional.empty()
              : Optional.of(Change.Kind.NEWLY_SKIPPED);
    };
  }

  /** A backend that only one of the runs has is a note, not a change of every case. */
  private void added(Recorded result) {
    if (before.backends().containsKey(result.backend())) {
      add(Change.Kind.ADDED, result, "", result.text());
    }
  }

  private void removed(Recorded result) {
    if (after.backends().containsKey(result.backend())) {
      add(Change.Kind.REMOVED, result, result.text(), "");
    }
  }

  private void add(Change.Kind kind, Recorded result, String was, String is) {
    changes.add(new Change(kind, result.key(), result.backend(), was, is));
  }

  private List<Change> all() {
    changes.addAll(times.changes());
    changes.sort(
        Comparator.comparing(Change::kind)
            .thenComparing(Change::key)
            .thenComparing(Change::backend));
    return changes;
  }
}
