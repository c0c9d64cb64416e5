/**
 * What both Python backends have in common. A {@link dev.graft.python.host.PythonHost} is one
 * interpreter that answers the operations of {@code docs/worker-protocol.md}, over a socket or by
 * direct calls; sessions, open nodes, the pool of warm hosts and the translation of failures are
 * the same for both, so that both behave the same.
 */
@NullMarked
package dev.graft.python.host;

import org.jspecify.annotations.NullMarked;
