/** Nodes that work on texts, with Python's str ({@link dev.graft.py.PyStr}). */
@NullMarked
package dev.graft.nodes.text;

import org.jspecify.annotations.NullMarked;
