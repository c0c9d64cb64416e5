/**
 * Nodes that pass items on: all of them, some of them, numbered, or in lists. None looks into an
 * item further than its parameters ask.
 */
@NullMarked
package dev.graft.nodes.flow;

import org.jspecify.annotations.NullMarked;
