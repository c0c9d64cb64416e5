/**
 * A codec that the annotation processor writes, beside one that a person wrote for the same types.
 */
@NullMarked
package dev.graft.bench.codec;

import org.jspecify.annotations.NullMarked;
