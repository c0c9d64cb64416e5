/** Backends and nodes that a test can make right or wrong as it likes. */
@NullMarked
package dev.graft.compat.fake;

import org.jspecify.annotations.NullMarked;
