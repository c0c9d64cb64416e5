@NullMarked
package dev.graft.cli.project;

import org.jspecify.annotations.NullMarked;
