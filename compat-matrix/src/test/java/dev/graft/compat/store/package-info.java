@NullMarked
package dev.graft.compat.store;

import org.jspecify.annotations.NullMarked;
