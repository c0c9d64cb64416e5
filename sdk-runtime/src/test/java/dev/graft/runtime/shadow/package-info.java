@NullMarked
package dev.graft.runtime.shadow;

import org.jspecify.annotations.NullMarked;
