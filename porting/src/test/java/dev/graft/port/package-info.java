/** Tests of drafts as a whole. */
@NullMarked
package dev.graft.port;

import org.jspecify.annotations.NullMarked;
