package dev.graft.runtime.shadow;

import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.failure.NodeFailure;
import java.util.List;

/** Takes for the same what is equal. */
final class ToyJudge implements ShadowJudge {
  private static final String WHERE = "nowhere";

  @Override
  public ShadowVerdict judge(Seen control, Seen candidate, List<Held> held) {
    return control.outputs().equals(candidate.outputs())
            && control
                .failure()
                .map(NodeFailure::kind)
                .equals(candidate.failure().map(NodeFailure::kind))
        ? new ShadowVerdict.Same()
        : new ShadowVerdict.Different(
            "outputs " + control.outputs() + " " + candidate.outputs(), WHERE);
  }

  @Override
  public ShadowVerdict judgeStates(List<KeyedState> control, List<KeyedState> candidate) {
    return control.equals(candidate)
        ? new ShadowVerdict.Same()
        : new ShadowVerdict.Different(
            "states " + control.getFirst().fields() + " " + candidate.getFirst().fields(), WHERE);
  }
}
