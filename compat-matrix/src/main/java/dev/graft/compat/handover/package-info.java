/**
 * The hand-over grid: state that one backend saved is restored on another in the middle of a
 * stream, as a live cut-over does. What comes after must be what comes without a hand-over.
 */
@NullMarked
package dev.graft.compat.handover;

import org.jspecify.annotations.NullMarked;
