/** Nodes that compute, with Python's arithmetic ({@link dev.graft.py.PyArithmetic}). */
@NullMarked
package dev.graft.nodes.number;

import org.jspecify.annotations.NullMarked;
