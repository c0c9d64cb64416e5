package dev.graft.compat.compare;

/**
 * What a class of difference usually means.
 *
 * @param cause one sentence on the likely cause
 * @param fix one sentence on the usual fix
 */
public record Explanation(String cause, String fix) {}
