package dev.graft.render;

/**
 * A part of a JSON tree that is written already.
 *
 * @param text well-formed JSON, taken over as it is
 */
public record JsonText(String text) {}
