/**
 * The documentation as a part of the product: links lead somewhere, snippets compile, what is shown
 * of a manifest or a case file can be read, and a command that is shown is one.
 */
@NullMarked
package dev.graft.cli.docs;

import org.jspecify.annotations.NullMarked;
