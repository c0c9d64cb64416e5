/**
 * Where nodes ran. A run that says in which environment it is leaves a line for each of its nodes
 * in the project's memory: which backend served it, and which ones it fell back from. From these
 * the compat matrix tells whether an environment has moved to Java, and for how long nobody there
 * has needed Python any more; nobody has to say so by hand.
 */
@NullMarked
package dev.graft.runtime.served;

import org.jspecify.annotations.NullMarked;
