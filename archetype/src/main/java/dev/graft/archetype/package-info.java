/**
 * Makes the files of the archetype, when this module is built. Its jar has none of these classes.
 */
@NullMarked
package dev.graft.archetype;

import org.jspecify.annotations.NullMarked;
