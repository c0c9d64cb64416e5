/**
 * The cases: what a node is given and, where its contract pins it, what it must do with it. A
 * {@link dev.graft.compat.corpus.Case} is data, read from a JSON file that holds the cases of one
 * node and topic; the values in it are typed JSON, so that {@code 1}, {@code 1.0} and {@code true}
 * stay three values. A case keeps its id for ever; its hash says whether its content is still the
 * same, and only results of equal hashes may be compared.
 */
@NullMarked
package dev.graft.compat.corpus;

import org.jspecify.annotations.NullMarked;
