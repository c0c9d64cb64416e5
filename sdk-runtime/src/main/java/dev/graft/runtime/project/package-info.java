/**
 * What Graft remembers of a project when the program has ended: the folder {@code .graft}. All of
 * it was found out by running, so it can be deleted at any time and is found out again. It is not
 * meant to be shared between machines: the folder tells version control to leave it alone.
 */
@NullMarked
package dev.graft.runtime.project;

import org.jspecify.annotations.NullMarked;
