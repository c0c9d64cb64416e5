@NullMarked
package dev.graft.runtime.limits;

import org.jspecify.annotations.NullMarked;
