/**
 * Nodes for audio: a tuple of an array of channels and samples, the rate, and perhaps a dict.
 * {@link dev.graft.nodes.audio.Audio} reads an item, {@link dev.graft.nodes.audio.Samples} turns
 * its channels into doubles and back; in between everything is computed in double, in an order that
 * is part of the contract, so that a twin in another language gets the same bits and a signal may
 * be cut into items anywhere. The resampler is three things: the rates in lowest terms, the filter
 * made for them, and the loop that applies it. Loops run over plain arrays: no object and no
 * virtual call for a sample.
 */
@NullMarked
package dev.graft.nodes.audio;

import org.jspecify.annotations.NullMarked;
