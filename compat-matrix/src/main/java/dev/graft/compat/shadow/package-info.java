/**
 * Judges shadows: what a node does in production beside what another implementation of it does on
 * the same items. It is the comparator and the list of known limitations of the matrix, with the
 * tolerances that its cases state, so that a shadow finds no difference that the matrix would not.
 * What differs is kept as a case file that the matrix plays.
 */
@NullMarked
package dev.graft.compat.shadow;

import org.jspecify.annotations.NullMarked;
