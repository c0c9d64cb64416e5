/**
 * Makes values at random, and makes a value that shows a fault as small as it can. Whoever
 * generates asks {@link dev.graft.compat.generate.Choices} for every decision; what is shrunk is
 * the sequence of those decisions, never the value, so that whatever comes out still is a valid
 * value.
 */
@NullMarked
package dev.graft.compat.generate;

import org.jspecify.annotations.NullMarked;
