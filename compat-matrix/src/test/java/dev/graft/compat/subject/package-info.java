@NullMarked
package dev.graft.compat.subject;

import org.jspecify.annotations.NullMarked;
