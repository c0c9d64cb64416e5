/**
 * Nodes that work on texts, and Python's str in Java ({@link dev.graft.nodes.text.PyStr}): code
 * points instead of chars, case by the tables of Unicode 15.0, Python's own idea of whitespace.
 */
@NullMarked
package dev.graft.nodes.text;

import org.jspecify.annotations.NullMarked;
