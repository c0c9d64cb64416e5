@NullMarked
package dev.graft.cli.watch;

import org.jspecify.annotations.NullMarked;
