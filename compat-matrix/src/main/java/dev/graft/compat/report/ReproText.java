package dev.graft.compat.report;

import dev.graft.compat.compare.Advice;
import dev.graft.compat.compare.Difference;
import dev.graft.compat.compare.Explanation;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Expectation;
import dev.graft.compat.corpus.Expected;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.compat.subject.ValueText;
import dev.graft.compat.verdict.CaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A case that was played again, for a terminal: what went in, what came out, where it differs. */
public final class ReproText {
  private static final int WIDTH = 44;

  /** Of so many steps people read each value to its end. */
  private static final int FEW_STEPS = 30;

  /** The most lines of a cell then. */
  private static final int MOST_LINES = 25;

  private static final int STEP = 5;
  private static final int MOST_TRACEBACK = 4000;

  private final Reproduction repro;
  private final List<String> lines = new ArrayList<>();

  private ReproText(Reproduction repro) {
    this.repro = repro;
  }

  /** The lines. */
  public static List<String> of(Reproduction repro) {
    ReproText text = new ReproText(repro);
    text.write();
    return text.lines;
  }

  private void write() {
    Case tried = repro.tried();
    lines.add(tried.key() + ": " + tried.title());
    tried
        .params()
        .forEach((name, value) -> lines.add("with " + name + " = " + ValueText.of(value)));
    tried.permissions().forEach(each -> lines.add("granted " + each.text()));
    lines.add("");
    table();
    lines.add("");
    expectation();
    outcome();
    tracebacks();
  }

  private void table() {
    List<String> head = new ArrayList<>();
    head.add("does");
    repro.columns().forEach(column -> head.add(column.title()));
    add("step", head);
    row(Event.BEFORE, "open");
    for (int i = 0; i < repro.tried().steps().size(); i++) {
      row(i, EventText.of(repro.tried().steps().get(i)));
    }
    row(repro.tried().steps().size(), "close");
  }

  /** The steps before the first and after the last are shown only if something happened there. */
  private void row(int step, String does) {
    List<List<String>> events =
        repro.columns().stream()
            .map(
                column ->
                    column.trace().events().stream()
                        .filter(event -> event.step() == step)
                        .map(EventText::of)
                        .toList())
            .toList();
    int height = events.stream().mapToInt(List::size).max().orElse(0);
    boolean inside = step >= 0 && step < repro.tried().steps().size();
    for (int line = 0; line < Math.max(height, inside ? 1 : 0); line++) {
      int at = line;
      List<String> cells = new ArrayList<>();
      cells.add(line == 0 ? does : "");
      events.forEach(each -> cells.add(at < each.size() ? each.get(at) : ""));
      add(line == 0 && inside ? String.valueOf(step) : "", cells);
    }
  }

  /** Adds a row, of as many lines as its highest cell. */
  private void add(String step, List<String> cells) {
    List<List<String>> wrapped = cells.stream().map(this::wrapped).toList();
    int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      StringBuilder row = new StringBuilder(padded(line == 0 ? step : "", STEP));
      for (List<String> cell : wrapped) {
        row.append(padded(line < cell.size() ? cell.get(line) : "", WIDTH)).append("  ");
      }
      lines.add(row.toString().stripTrailing());
    }
  }

  private List<String> wrapped(String cell) {
    int most = repro.tried().steps().size() <= FEW_STEPS ? MOST_LINES : 1;
    String text = VisibleText.of(cell);
    List<String> parts = new ArrayList<>();
    int start = 0;
    do {
      int end = Math.min(start + WIDTH, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      parts.add(text.substring(start, end));
      start = end;
    } while (start < text.length() && parts.size() < most);
    if (start < text.length()) {
      parts.add(parts.removeLast().substring(0, WIDTH - 2) + "…");
    }
    return parts;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private void expectation() {
    if (repro.tried().expect().orElse(null) instanceof Expectation.Exactly exactly) {
      lines.add("The case says what must happen:");
      exactly.events().forEach(each -> lines.add("  " + at(each) + EventText.of(each)));
      lines.add("");
    }
  }

  private static String at(Expected expected) {
    return expected.at().isPresent() ? "step " + expected.at().getAsInt() + ": " : "";
  }

  private void outcome() {
    CaseResult result = repro.result();
    CaseLook look = CaseLook.of(result);
    String judged =
        result.verdict().judge().equals("expect") ? "the case" : result.verdict().judge();
    lines.add(
        "%s %s on %s, judged by %s%s."
            .formatted(
                look.glyph(),
                look.word(),
                result.backend(),
                judged,
                result.limitation().map(id -> ", limitation " + id).orElse("")));
    result.verdict().signature().ifPresent(each -> lines.add("Signature: " + each));
    if (!result.verdict().reason().isEmpty()) {
      lines.add(result.verdict().reason());
    }
    List<Difference> all =
        result.verdict().differences().stream().filter(each -> !each.tolerated()).toList();
    if (!all.isEmpty()) {
      differences(all);
    }
  }

  /** The first of a case; all of a contract, which is declared at one place. */
  private void differences(List<Difference> all) {
    Difference first = all.getFirst();
    boolean contract = first.kind().startsWith("contract/");
    for (Difference each : contract ? all : List.of(first)) {
      lines.add("");
      lines.add((contract ? "Difference: " : "First difference: ") + each.where());
      lines.add("  must be  " + VisibleText.of(each.expected()));
      lines.add("  is       " + VisibleText.of(each.actual()));
    }
    Explanation why = Advice.of(first, repro.tried(), repro.result().trace().events());
    lines.add("Likely cause: " + why.cause());
    lines.add("Usual fix: " + why.fix());
  }

  private void tracebacks() {
    for (Reproduction.Column column : repro.columns()) {
      for (Event event : column.trace().events()) {
        if (event instanceof Event.Failed failed) {
          failure(column.title(), failed.failure());
        }
      }
    }
  }

  private void failure(String title, Failure failure) {
    lines.add("");
    lines.add("On %s: %s: %s".formatted(title, failure.type(), VisibleText.of(failure.message())));
    String traceback = VisibleText.cut(failure.traceback().strip(), MOST_TRACEBACK);
    if (!traceback.isEmpty()) {
      lines.add(traceback.lines().map(line -> "  " + line).collect(Collectors.joining("\n")));
    }
  }
}
