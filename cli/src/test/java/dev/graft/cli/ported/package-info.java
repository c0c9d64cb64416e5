/**
 * What {@code graft port} makes of the SDK's own nodes: each draft is compiled in place of the node
 * that a person wrote, and shown to the matrix. The result is a page of the docs, which may only
 * get better.
 */
@NullMarked
package dev.graft.cli.ported;

import org.jspecify.annotations.NullMarked;
