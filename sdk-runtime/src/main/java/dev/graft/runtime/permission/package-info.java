/**
 * What a node may do besides computing. A node declares what it needs, an operator grants it in the
 * manifest, in the same words: {@code "read:data"}, {@code "network"}. Whoever runs nodes gets the
 * grants and enforces them, or does not run the node.
 */
@NullMarked
package dev.graft.runtime.permission;

import org.jspecify.annotations.NullMarked;
