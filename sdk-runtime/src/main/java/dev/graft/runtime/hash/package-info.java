/**
 * Content hashes. A hash of the code stands beside every result, and is the key of everything that
 * is cached: what did not change is not looked at again.
 */
@NullMarked
package dev.graft.runtime.hash;

import org.jspecify.annotations.NullMarked;
