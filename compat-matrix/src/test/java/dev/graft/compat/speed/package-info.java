@NullMarked
package dev.graft.compat.speed;

import org.jspecify.annotations.NullMarked;
