/**
 * Nodes that make several outputs of one item. They emit one after the other and stop when nobody
 * wants more, as a generator in Python does; what is wrong with an item is found before the first.
 */
@NullMarked
package dev.graft.nodes.expand;

import org.jspecify.annotations.NullMarked;
