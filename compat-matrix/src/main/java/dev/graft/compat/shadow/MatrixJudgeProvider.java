package dev.graft.compat.shadow;

import com.google.auto.service.AutoService;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CorpusFiles;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.generate.ToleranceByHand;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.limits.CompatInfo;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.shadow.ShadowJudge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes judges that judge as the matrix does. */
@AutoService(ShadowJudge.Provider.class)
public final class MatrixJudgeProvider implements ShadowJudge.Provider {
  @Override
  public ShadowJudge judge(
      StagePlan stage, ServedBy control, ServedBy candidate, Optional<Path> memory) {
    return new MatrixJudge(
        tolerance(stage), limitations(stage, control, candidate), MismatchFiles.of(stage, memory));
  }

  private static Tolerance tolerance(StagePlan stage) {
    try {
      List<Case> byHand = CorpusFiles.builtInOf(stage.contract().id()).cases();
      return new ToleranceByHand(stage.contract(), byHand)
          .widest(stage.shadow().orElseThrow().candidate().params());
    } catch (CaseFormatException | IOException e) {
      throw new IllegalStateException("the matrix cannot read its own cases", e);
    }
  }

  /** A difference that either of them is known for is no news. */
  private static List<Limitation> limitations(
      StagePlan stage, ServedBy control, ServedBy candidate) {
    return Stream.of(control, candidate).flatMap(each -> of(stage, each).stream()).toList();
  }

  private static List<Limitation> of(StagePlan stage, ServedBy who) {
    try {
      return CompatInfo.of(stage.contract().id(), who.backend())
          .in(who.implementation())
          .limitations();
    } catch (LimitationsException e) {
      throw new IllegalStateException(e);
    }
  }
}
