/**
 * Compares what was seen with what must be. Values are equal by type and value, and a result that
 * is only nearly right gets the {@link dev.graft.compat.compare.Grade} of how nearly. Every
 * difference has a class, and the class of the first one makes the {@link
 * dev.graft.compat.compare.Signature}: the way in which a case fails, by which failures are grouped
 * and by which a known limitation recognizes its own.
 */
@NullMarked
package dev.graft.compat.compare;

import org.jspecify.annotations.NullMarked;
