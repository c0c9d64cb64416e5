/**
 * Lays {@linkplain dev.graft.runtime.limits known limitations} over the results of a run:
 * differences that somebody has looked at and explained. An entry matches the way in which a case
 * fails, not only that it fails. It is strict: when the case passes, fails in another way, or is
 * gone, the run says so and fails, so that the list never says more than is true.
 */
@NullMarked
package dev.graft.compat.limits;

import org.jspecify.annotations.NullMarked;
