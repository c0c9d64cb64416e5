package dev.graft.cli;

import dev.graft.compat.run.CanSwitch;
import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.OutdatedReportException;
import dev.graft.compat.subject.NodeHost;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.util.Optional;

/**
 * May a node move? Without a report the matrix runs to find out, and somebody waits for that.
 *
 * @param node the node
 * @param to the backend that it would move to
 * @param env the environment that must have shown it, too
 */
record SwitchQuestion(String node, BackendId to, Optional<String> env) {
  /**
   * Asks.
   *
   * @param options where the reports are
   */
  CanSwitch.Answer ask(Terminal terminal, GraftRuntime runtime, CompatOptions options)
      throws CompatUsageException, OutdatedReportException, IOException {
    try (MatrixProgress _ = MatrixProgress.start(terminal, options.output())) {
      return new CanSwitch(NodeHost.of(runtime), options).ask(node, to, env);
    }
  }
}
