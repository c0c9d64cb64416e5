/**
 * Checks and reads the parameters that a manifest gives to a node. A {@link
 * dev.graft.params.ParamReader} looks at all of them before it complains, so that one run of a
 * pipeline shows every mistake; the same reader serves the generated binders of Java nodes and the
 * nodes in Python, so both languages refuse the same values with the same words.
 */
@NullMarked
package dev.graft.params;

import org.jspecify.annotations.NullMarked;
