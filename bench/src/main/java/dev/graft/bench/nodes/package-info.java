/**
 * A native node, with all that is generated around it, beside the method that one would write by
 * hand with the same rules.
 */
@NullMarked
package dev.graft.bench.nodes;

import org.jspecify.annotations.NullMarked;
