/**
 * What went wrong in a node, as data: {@link dev.graft.runtime.failure.NodeFailure} says which
 * node, in which phase, at which item, with which kind of error, and carries the traceback of the
 * language in which it was raised. The kinds are equal on every backend.
 */
@NullMarked
package dev.graft.runtime.failure;

import org.jspecify.annotations.NullMarked;
