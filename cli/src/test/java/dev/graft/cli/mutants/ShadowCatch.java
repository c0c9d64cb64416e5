package dev.graft.cli.mutants;

/** What a shadow says of a wrong port. */
sealed interface ShadowCatch {
  /** The wrong port. */
  WrongPort port();

  /**
   * It differs.
   *
   * @param signature the way in which it differs
   * @param items how many items the node had taken until then
   */
  record Found(WrongPort port, String signature, long items) implements ShadowCatch {}

  /**
   * It was given up, which the summary of the run says.
   *
   * @param why in the words of the summary
   */
  record GivenUp(WrongPort port, String why) implements ShadowCatch {}

  /**
   * Nothing differs.
   *
   * @param items how many items the node took
   */
  record Missed(WrongPort port, long items) implements ShadowCatch {}

  /**
   * The node can have no shadow, whatever its port is like.
   *
   * @param why in the words of the manifest's problem, or of what the right port does
   */
  record Impossible(WrongPort port, String why) implements ShadowCatch {}
}
