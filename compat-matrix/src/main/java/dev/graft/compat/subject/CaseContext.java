package dev.graft.compat.subject;

import dev.graft.compat.corpus.CaseEnv;
import dev.graft.node.NodeContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The world of a case: the clock stands still and the random source is seeded. */
record CaseContext(String nodeId, Clock clock, RandomGenerator random) implements NodeContext {
  static CaseContext of(String nodeId, CaseEnv env) {
    return new CaseContext(
        nodeId, Clock.fixed(env.clock(), ZoneOffset.UTC), new Random(env.seed()));
  }
}
