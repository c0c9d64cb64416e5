@NullMarked
package dev.graft.compat.report.page;

import org.jspecify.annotations.NullMarked;
