/**
 * Keeps what was observed. Every result is a line of {@code results.jsonl} at once, so that a run
 * that is killed loses none that was finished, and the next run plays only what is not there yet: a
 * result whose {@link dev.graft.compat.store.ResultKey} is the same is the same result.
 */
@NullMarked
package dev.graft.compat.store;

import org.jspecify.annotations.NullMarked;
