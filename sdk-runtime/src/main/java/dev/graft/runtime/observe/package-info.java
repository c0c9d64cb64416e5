/**
 * Tells others of runs: the JVM's flight recorder, always, and a registry of Micrometer, where a
 * program has one. Both only look: nothing is counted for them that a run would not count anyway.
 */
@NullMarked
package dev.graft.runtime.observe;

import org.jspecify.annotations.NullMarked;
