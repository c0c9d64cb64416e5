package dev.graft.python.cpython;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that this JVM started itself.
 *
 * @param process the process
 */
record StartedChild(Process process) implements Child {
  private static final int SIGNAL_BASE = 128;
  private static final int LAST_SIGNAL = 31;

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public boolean await(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public Optional<Ending> ending() {
    if (process.isAlive()) {
      return Optional.empty();
    }
    int status = process.exitValue();
    return Optional.of(
        status > SIGNAL_BASE && status <= SIGNAL_BASE + LAST_SIGNAL
            ? new Ending.Signalled(status - SIGNAL_BASE)
            : new Ending.Exited(status));
  }
}
