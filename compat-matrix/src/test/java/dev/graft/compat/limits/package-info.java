@NullMarked
package dev.graft.compat.limits;

import org.jspecify.annotations.NullMarked;
