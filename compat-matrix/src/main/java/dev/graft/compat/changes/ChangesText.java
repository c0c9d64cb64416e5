package dev.graft.compat.changes;

import java.util.ArrayList;
import java.util.List;

/** What changed, in lines for a terminal. */
public final class ChangesText {
  private static final int MOST = 20;

  private ChangesText() {}

  /** The lines. */
  public static List<String> of(Changes changes) {
    List<String> lines = new ArrayList<>();
    lines.add("from " + changes.before() + " to " + changes.after());
    changes.notes().forEach(note -> lines.add("note: " + note + "."));
    lines.add(
        changes.compared() == 1 ? "1 result compared" : changes.compared() + " results compared");
    if (changes.all().isEmpty()) {
      lines.add("Nothing changed.");
    }
    for (Change.Kind kind : Change.Kind.values()) {
      List<Change> of = changes.of(kind);
      if (!of.isEmpty()) {
        lines.add("");
        lines.add("%s (%d): %s".formatted(kind.id(), of.size(), kind.text()));
        of.stream().limit(MOST).forEach(change -> lines.add("  " + line(change)));
        if (of.size() > MOST) {
          lines.add("  … and " + (of.size() - MOST) + " more; --json has all of them");
        }
      }
    }
    return lines;
  }

  private static String line(Change change) {
    String was = change.before();
    String is = change.after();
    String what = was.isEmpty() ? is : is.isEmpty() ? was : was + " → " + is;
    return change.key() + " on " + change.backend() + ": " + what;
  }
}
