/**
 * The first draft of a Java node from its Python class. {@link dev.graft.port.NodePort} is the
 * entry: it reads the syntax tree ({@code read}), translates what has one meaning in both languages
 * ({@code types}, {@code translate}), writes the class ({@code write}) and says what is left to a
 * person ({@code report}).
 */
@NullMarked
package dev.graft.port;

import org.jspecify.annotations.NullMarked;
