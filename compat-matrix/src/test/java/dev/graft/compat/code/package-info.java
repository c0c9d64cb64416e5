@NullMarked
package dev.graft.compat.code;

import org.jspecify.annotations.NullMarked;
