/**
 * The bridge's own section of the matrix: whether each type of value crosses into Python and out of
 * it. A node in Python says what it got, in a text that no codec of Graft has touched, and sends
 * what it made itself. Its cases are played, judged and reported as those of any node.
 */
@NullMarked
package dev.graft.compat.bridge;

import org.jspecify.annotations.NullMarked;
