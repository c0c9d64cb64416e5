/**
 * Known limitations as data: the files that say where a node differs on a backend, why, and until
 * when that must be looked at again. The compat matrix lays them over its results; {@link
 * dev.graft.runtime.limits.CompatInfo} gives them to programs.
 */
@NullMarked
package dev.graft.runtime.limits;

import org.jspecify.annotations.NullMarked;
