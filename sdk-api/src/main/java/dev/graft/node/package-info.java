/**
 * What a node does. A node has one of three shapes: a {@link dev.graft.node.Source} produces items,
 * a {@link dev.graft.node.Transform} takes and emits them, a {@link dev.graft.node.Sink} takes
 * them. A node is used by one thread at a time and needs no locks. It reports failures by throwing:
 * a {@link dev.graft.node.NodeException} names the kind of error, which is part of the contract.
 */
@NullMarked
package dev.graft.node;

import org.jspecify.annotations.NullMarked;
