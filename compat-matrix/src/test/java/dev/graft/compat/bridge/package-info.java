/** Tests of the bridge's section. */
@NullMarked
package dev.graft.compat.bridge;

import org.jspecify.annotations.NullMarked;
