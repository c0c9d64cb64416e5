package dev.graft.compat.subject;

/**
 * Stands for a value that is not portable. It is equal to nothing, itself included, when results
 * are compared.
 *
 * @param type its class
 */
public record Opaque(String type) {}
