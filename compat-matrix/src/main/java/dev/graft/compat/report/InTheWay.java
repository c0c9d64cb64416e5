package dev.graft.compat.report;

import dev.graft.compat.production.Reach;
import dev.graft.runtime.backend.BackendId;

/** What stands between a node and its next stage: before a switch, and then in production. */
public final class InTheWay {
  private InTheWay() {}

  /** In a few sentences; none if nothing does. */
  public static String of(NodeRow node) {
    SwitchVerdict verdict = node.switchTo(BackendId.JAVA);
    Reach reach = node.inUse().furthest();
    return verdict.safe() ? Blockers.text(reach.blockers()) : Blockers.text(verdict);
  }
}
