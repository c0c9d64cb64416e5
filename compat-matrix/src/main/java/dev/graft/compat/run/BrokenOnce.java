package dev.graft.compat.run;

import dev.graft.compat.subject.Trace;

/** What is made of a case that broke its backend in one play and did something else in another. */
final class BrokenOnce {
  private BrokenOnce() {}

  /**
   * One trace of both. An answer that nobody can vouch for stays one, however the next play ended:
   * who was replaced once can be replaced again.
   *
   * @param broken the play that broke
   * @param other the play that did not, or broke in another way
   * @param plays how often it was played up to now
   */
  static Trace of(Trace broken, Trace other, int plays) {
    String how =
        "%s in one of %d plays, %s in another: %s"
            .formatted(broken.end(), plays, other.end(), broken.reason());
    return broken.end() == Trace.Ended.INFRA
        ? broken.because(how)
        : other.end() == Trace.Ended.INFRA ? other.because(how) : other.unsteady(how);
  }
}
