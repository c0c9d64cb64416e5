@NullMarked
package dev.graft.compat.compare;

import org.jspecify.annotations.NullMarked;
