/**
 * Whole runs over JSON Lines as {@code graft run} does them, in a small heap, beside a loop with
 * Jackson written by hand: reading, three native nodes, writing.
 */
@NullMarked
package dev.graft.bench.lines;

import org.jspecify.annotations.NullMarked;
