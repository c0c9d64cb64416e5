package dev.graft.compat.report;

import dev.graft.compat.compare.Grade;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.compat.verdict.Overlay;
import dev.graft.runtime.backend.BackendId;
import java.util.List;

/**
 * One cell of the grid: a node on a backend in one sign.
 *
 * @param look the name of its look, for style sheets
 * @param glyph the sign
 * @param text a few words
 * @param rank how bad it is: 0 is best
 */
public record Cell(String look, String glyph, String text, int rank) {
  /** The worst rank of a cell that nobody need look at. */
  public static final int CLEAN = 2;

  /** The cell of a node on a backend. */
  public static Cell of(NodeRow node, BackendId backend) {
    List<CaseResult> results = node.on(backend);
    if (!node.has(backend)) {
      return new Cell("absent", "–", "no " + backend.language().text() + " node", 0);
    }
    long all = results.size();
    long infra = observed(results, Observed.INFRA);
    long broken =
        observed(results, Observed.CRASH)
            + observed(results, Observed.TIMEOUT)
            + results.stream()
                .filter(each -> each.verdict().observed() == Observed.ERROR && each.unexpected())
                .count();
    long unsteady =
        results.stream()
            .filter(each -> each.verdict().observed() == Observed.NONDETERMINISTIC)
            .filter(CaseResult::unexpected)
            .count();
    long unexpected = results.stream().filter(CaseResult::unexpected).count();
    long notRun = observed(results, Observed.NOT_RUN);
    long unsupported = observed(results, Observed.UNSUPPORTED);
    long known = results.stream().filter(each -> each.overlay() == Overlay.KNOWN).count();
    long flaky = results.stream().filter(each -> each.overlay() == Overlay.FLAKY).count();
    long late = observed(results, Observed.TIMEOUT);
    if (infra > 0) {
      return new Cell("wrong", "⚑", infra + " answered by another", 6);
    } else if (unsteady > 0 && unexpected == unsteady) {
      return new Cell("wrong", "~", unsteady + " of " + all + " unsteady", 5);
    } else if (unexpected > broken) {
      return new Cell("wrong", "✕", unexpected + " of " + all + " differ", 5);
    } else if (broken > 0) {
      return new Cell("wrong", broken == late ? "⧗" : "!", broken + " of " + all + " fail", 5);
    } else if (all == 0 || notRun == all) {
      return new Cell("unknown", "?", all == 0 ? "no case" : "not run", 4);
    } else if (known > 0) {
      return new Cell(
          "known", "◩", known + " known" + (flaky > 0 ? ", " + flaky + " flaky" : ""), 3);
    } else if (flaky > 0) {
      return new Cell("known", "~", flaky + " flaky", 3);
    } else if (unsupported == all) {
      return new Cell("absent", "–", "unsupported", 2);
    }
    return passing(results, all - notRun - unsupported, notRun);
  }

  private static Cell passing(List<CaseResult> results, long passed, long notRun) {
    Grade worst =
        results.stream()
            .flatMap(each -> each.verdict().grade().stream())
            .reduce(Grade.EXACT, Grade::worse);
    String rest = notRun > 0 ? ", " + notRun + " not run" : "";
    return switch (worst) {
      case EXACT -> new Cell("exact", "=", passed + " exact" + rest, 0);
      case EQUAL -> new Cell("exact", "≡", passed + " equal" + rest, 1);
      case CLOSE, ALLOWED, DIFFERENT -> {
        long ulp = results.stream().mapToLong(each -> each.verdict().worstUlp()).max().orElse(0);
        String far = ulp > 0 ? " within " + ulp + " ulp" : " within tolerance";
        yield new Cell("exact", "≈", passed + far + rest, 1);
      }
    };
  }

  private static long observed(List<CaseResult> results, Observed observed) {
    return results.stream().filter(each -> each.verdict().observed() == observed).count();
  }
}
