@NullMarked
package dev.graft.compat.changes;

import org.jspecify.annotations.NullMarked;
