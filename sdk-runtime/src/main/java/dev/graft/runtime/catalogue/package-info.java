/**
 * The nodes that a pipeline can name. A {@link dev.graft.runtime.catalogue.Catalogue} gathers the
 * Java nodes of the class path, the Python nodes that come with Graft and those of the user's own
 * files; a Java and a Python node of one id are twins. Listing and describing them runs no Python.
 */
@NullMarked
package dev.graft.runtime.catalogue;

import org.jspecify.annotations.NullMarked;
