/**
 * What code a result comes from. A hash of all of it stands beside each result: of a node the
 * classes or modules that it may run, of a backend what hosts nodes, of the matrix what plays and
 * compares. A result is believed again only where all of them are the same.
 */
@NullMarked
package dev.graft.compat.code;

import org.jspecify.annotations.NullMarked;
