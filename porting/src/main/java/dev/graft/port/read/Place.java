package dev.graft.port.read;

/**
 * Where a part of a file stands.
 *
 * @param line its first line, from 1
 * @param endLine its last line
 * @param text an expression as Python writes it, on one line; empty for a statement
 */
public record Place(int line, int endLine, String text) {}
