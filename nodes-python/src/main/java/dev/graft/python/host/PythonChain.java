package dev.graft.python.host;

import dev.graft.node.Emitter;
import dev.graft.python.failure.FailureReport;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.runtime.backend.HostedChain.Traffic;
import dev.graft.runtime.backend.Item;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Open nodes of one host that hand values on among themselves. */
public interface PythonChain {
  /**
   * Takes one item through all nodes.
   *
   * @throws PythonFailureException if the item cannot cross to Python
   */
  void process(Item item, Emitter<@Nullable Object> out, Told told)
      throws PythonFailureException, HostLostException;

  /** Ends the input of all nodes. */
  void flush(Emitter<@Nullable Object> out, Told told)
      throws PythonFailureException, HostLostException;

  /** The items of each node. */
  List<Traffic> traffic() throws PythonFailureException, HostLostException;

  /** What Python tells and asks while values are handed on. */
  interface Told extends BooleanSupplier {
    /** Whether anybody wants more. */
    @Override
    boolean getAsBoolean();

    /** A node failed; whether to go on. */
    boolean failed(int link, FailureReport report);
  }
}
