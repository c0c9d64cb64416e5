package dev.graft.runtime.backend;

import java.util.OptionalLong;

/**
 * The most that the process of one node may use. Only a worker process can be limited: other nodes
 * share this JVM.
 *
 * @param memoryMb mebibytes of memory of its own; arrays that it shares with others do not count
 * @param cpuSeconds seconds of processor time, of all calls together
 * @param openFiles files, sockets and mappings of files that it has open at the same time
 */
public record ResourceLimits(
    OptionalLong memoryMb, OptionalLong cpuSeconds, OptionalLong openFiles) {
  /** No limits but those of the user. */
  public static final ResourceLimits NONE =
      new ResourceLimits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  /** Whether nothing is limited. */
  public boolean isNone() {
    return equals(NONE);
  }
}
