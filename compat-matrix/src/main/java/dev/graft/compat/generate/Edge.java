package dev.graft.compat.generate;

import org.jspecify.annotations.Nullable;

/**
 * A value at the edge of what there is.
 *
 * @param name what it is, for the title of a case
 * @param value a portable value
 */
record Edge(String name, @Nullable Object value) {}
