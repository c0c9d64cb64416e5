package dev.graft.compat.report;

import dev.graft.compat.corpus.Expected;
import dev.graft.compat.corpus.Step;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.compat.subject.ValueText;
import dev.graft.node.ErrorKind;
import dev.graft.params.Violation;
import dev.graft.runtime.failure.Phase;
import java.util.List;
import java.util.stream.Collectors;

/** Steps, expectations and events as short texts. */
public final class EventText {
  private EventText() {}

  /** What a step does. */
  public static String of(Step step) {
    return switch (step) {
      case Step.In in -> {
        String values = in.values().stream().map(ValueText::of).collect(Collectors.joining(", "));
        String key = in.key() == null ? "" : "  key " + ValueText.of(in.key());
        yield (in.values().size() == 1 ? "in " + values : "batch [" + values + "]") + key;
      }
      case Step.End _ -> "end";
      case Step.Snapshot _ -> "snapshot";
      case Step.Restore restore -> restore.fresh() ? "restore into a new instance" : "restore";
    };
  }

  /** What was seen. */
  public static String of(Event event) {
    return switch (event) {
      case Event.Out out -> "out " + ValueText.of(out.value());
      case Event.Failed failed -> failed(failed.failure());
      case Event.State state -> "state " + ValueText.of(state.value());
      case Event.End _ -> "end";
      case Event.Changed changed ->
          "changed %s %s → %s"
              .formatted(
                  changed.what(), ValueText.of(changed.before()), ValueText.of(changed.after()));
    };
  }

  /** What must be seen. */
  public static String of(Expected expected) {
    return switch (expected) {
      case Expected.Out out -> "out " + ValueText.of(out.value());
      case Expected.Failed failed ->
          error(failed.kind(), failed.phase(), failed.violations().orElse(List.of()));
      case Expected.State state -> "state " + ValueText.of(state.value());
      case Expected.End _ -> "end";
    };
  }

  /** A title as it can stand in a comment of a program. */
  static String inComment(String title) {
    return VisibleText.of(title).replaceAll("[\\\\\"\n*]", " ");
  }

  private static String failed(Failure failure) {
    return error(failure.kind(), failure.phase(), failure.violations());
  }

  private static String error(ErrorKind kind, Phase phase, List<Violation> violations) {
    String rules =
        violations.stream()
            .map(v -> v.code() + " at " + v.path())
            .collect(Collectors.joining(", "));
    return "error " + kind.text() + " in " + phase.text() + (rules.isEmpty() ? "" : ": " + rules);
  }
}
