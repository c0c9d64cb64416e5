/**
 * Descriptors of Python nodes, read from their source texts without running them. Those of the
 * nodes that come with Graft are made once, by the build ({@link
 * dev.graft.python.describe.IndexBuilder}), and read back from a file; those of user files are made
 * when they are first asked for and remembered in the cache by the hash of the text.
 */
@NullMarked
package dev.graft.python.describe;

import org.jspecify.annotations.NullMarked;
