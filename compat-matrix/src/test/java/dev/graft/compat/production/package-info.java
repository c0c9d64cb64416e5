@NullMarked
package dev.graft.compat.production;

import org.jspecify.annotations.NullMarked;
