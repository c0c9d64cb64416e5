@NullMarked
package dev.graft.compat.corpus;

import org.jspecify.annotations.NullMarked;
