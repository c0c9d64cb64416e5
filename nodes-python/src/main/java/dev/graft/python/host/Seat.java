package dev.graft.python.host;

import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailureException;

/**
 * Where a node lives.
 *
 * @param host its host
 * @param handle its number there
 * @param servedBy what its outputs say of it
 */
record Seat(PythonHost host, long handle, ServedBy servedBy) {
  /** Finds a place for a node whose host was interrupted. */
  @FunctionalInterface
  interface Finder {
    /** A new place; the old one is given up. */
    Seat after(Seat old) throws NodeFailureException, HostingRefusedException;
  }
}
