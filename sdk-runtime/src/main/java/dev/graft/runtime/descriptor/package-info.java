/**
 * Reads descriptors from their JSON form, the one in which the Python loader and the indexes of
 * modules hand them over.
 */
@NullMarked
package dev.graft.runtime.descriptor;

import org.jspecify.annotations.NullMarked;
