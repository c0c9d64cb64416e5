/**
 * What both ways to Python have in common: values that are no plain data travel as a code and a
 * list of parts, which are portable values themselves. {@code graft/parts.py} is the same table on
 * the other side, and {@code docs/worker-protocol.md} has it in writing; a transport has to know
 * plain data only.
 */
@NullMarked
package dev.graft.python.wire;

import org.jspecify.annotations.NullMarked;
