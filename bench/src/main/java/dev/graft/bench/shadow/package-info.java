/**
 * What a shadow adds to the latency of a pipeline: items that arrive at a fixed rate, with a shadow
 * and without, in turn. The latency of an item counts from the moment at which it had to arrive, so
 * that whatever waits behind a slow one waits in the figures as well.
 */
@NullMarked
package dev.graft.bench.shadow;

import org.jspecify.annotations.NullMarked;
