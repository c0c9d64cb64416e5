/**
 * The Java backend: calls node objects directly, behind their generated codecs. A node that keeps
 * its state by session key has one object for each key, so its author never thinks about keys.
 */
@NullMarked
package dev.graft.runtime.java;

import org.jspecify.annotations.NullMarked;
