/** What is done to folders. */
@NullMarked
package dev.graft.bench.files;

import org.jspecify.annotations.NullMarked;
