package dev.graft.processor.report;

import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param owner the class it belongs to, by which messages are sorted
 * @param position where it points to; null for the whole compilation
 * @param text the whole text
 * @param kind an error, or a warning
 */
record Finding(String owner, @Nullable Position position, String text, Diagnostic.Kind kind) {}
