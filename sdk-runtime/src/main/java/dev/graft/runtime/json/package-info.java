/**
 * Typed JSON: ordinary JSON wherever that keeps a value exactly, and a tag such as {@code
 * {"$f":"1.0"}} wherever it would not. The reader is lenient (a bare {@code 1.5} is a float, a bare
 * integer an int of any size), the writer is strict, so that reading what was written always gives
 * the same value. Pipelines read and write it line by line, without building trees.
 */
@NullMarked
package dev.graft.runtime.json;

import org.jspecify.annotations.NullMarked;
