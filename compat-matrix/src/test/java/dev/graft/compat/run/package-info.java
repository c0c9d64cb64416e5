/** The matrix must catch whatever is wrong, and only that. */
@NullMarked
package dev.graft.compat.run;

import org.jspecify.annotations.NullMarked;
