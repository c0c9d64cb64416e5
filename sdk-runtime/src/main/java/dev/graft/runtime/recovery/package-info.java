/**
 * What lets a node outlive its host. A {@link dev.graft.runtime.recovery.RecoveringNode} stands in
 * front of a node that can be lost or that may have to move: it saves the node's state now and
 * then, keeps what the node took since, and after a loss opens the node anew, restores it, repeats
 * what it had taken, and does the lost call again, so that each output of a deterministic node goes
 * on exactly once. It knows no backend: where the node is opened is a {@link
 * dev.graft.runtime.recovery.Berth}, what there is to tell goes to a {@link
 * dev.graft.runtime.recovery.RecoveryListener}.
 */
@NullMarked
package dev.graft.runtime.recovery;

import org.jspecify.annotations.NullMarked;
