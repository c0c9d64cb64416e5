@NullMarked
package dev.graft.compat.report;

import org.jspecify.annotations.NullMarked;
