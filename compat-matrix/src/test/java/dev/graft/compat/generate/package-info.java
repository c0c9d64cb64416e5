@NullMarked
package dev.graft.compat.generate;

import org.jspecify.annotations.NullMarked;
