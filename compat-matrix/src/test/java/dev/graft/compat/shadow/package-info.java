@NullMarked
package dev.graft.compat.shadow;

import org.jspecify.annotations.NullMarked;
