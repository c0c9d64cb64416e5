/**
 * What runs elsewhere have shown of a node: what its shadows found, and who served it, by the
 * environment in which they ran. It counts only for the code that there is now: a record of other
 * code says nothing. The rules of the last three stages are here, each a list of sentences that say
 * what is missing; none can be set by hand.
 */
@NullMarked
package dev.graft.compat.production;

import org.jspecify.annotations.NullMarked;
