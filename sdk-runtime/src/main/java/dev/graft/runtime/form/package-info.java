/**
 * Descriptions of files that people write: which keys an object has, what may stand at each, what
 * it means. One description does two things, so that they cannot differ: it reads a tree and finds
 * all that is wrong with it, and it is written as a JSON Schema for editors. A {@link
 * dev.graft.runtime.form.Form} is what may stand in a place, a {@link dev.graft.runtime.form.Shape}
 * an object of {@link dev.graft.runtime.form.Key}s.
 */
@NullMarked
package dev.graft.runtime.form;

import org.jspecify.annotations.NullMarked;
