package dev.graft.cli.watch;

import dev.graft.compat.run.NodeRounds;
import dev.graft.compat.verdict.CaseOutcome;
import java.time.Duration;
import java.util.List;

/** What came of one round. */
public sealed interface Watched {
  /** How long it took, from the moment at which the change was seen. */
  Duration took();

  /** Whether all is as it must be. */
  boolean isGood();

  /**
   * The cases were played.
   *
   * @param round what came of them
   * @param built how much of the time the Java sources took
   */
  record Played(NodeRounds.Round round, Duration built, Duration took) implements Watched {
    @Override
    public boolean isGood() {
      return round.unexpected().isEmpty() && round.outcomes().stream().anyMatch(Played::isRun);
    }

    private static boolean isRun(CaseOutcome outcome) {
      return !outcome.tried().steps().isEmpty();
    }
  }

  /**
   * There is nothing that could be played.
   *
   * @param problems what must be mended first, each in as many lines as it needs
   */
  record Broken(List<String> problems, Duration took) implements Watched {
    public Broken {
      problems = List.copyOf(problems);
    }

    @Override
    public boolean isGood() {
      return false;
    }
  }
}
