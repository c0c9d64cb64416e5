/**
 * What can go wrong behind the border to Python, and what it means on this side. The Python host
 * reports a node's exception as data; a host that ends or breaks reports nothing, and that is told
 * apart: the first is the node's own failure, the second is never blamed on the node's exception
 * handling and may let another backend try.
 */
@NullMarked
package dev.graft.python.failure;

import org.jspecify.annotations.NullMarked;
