/**
 * Cases from real life: what a node is given in a pipeline, and what its Python class makes of it.
 * Only what stands before the node is run, so recording has no effect that the pipeline has after
 * it; a {@link dev.graft.compat.record.InputTap} sits in the node's place and keeps what comes. The
 * outcome is found out as the matrix will find it out, by playing the inputs on CPython twice, with
 * a clock that stands still: an outcome that nobody can repeat proves nothing, and is not frozen.
 */
@NullMarked
package dev.graft.compat.record;

import org.jspecify.annotations.NullMarked;
