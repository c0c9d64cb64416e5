/**
 * Proves that the matrix finds wrong ports and wrong bridges. A wrong port is one of the SDK's
 * nodes with one thing wrong: an edit of its source text, compiled, loaded and run as any node is.
 * To add one, add an edit to a text file of the resources.
 */
@NullMarked
package dev.graft.cli.mutants;

import org.jspecify.annotations.NullMarked;
