package dev.graft.compat.generate;

/**
 * What came out of shrinking.
 *
 * @param choices the decisions that make the smallest value that was found
 * @param runs how often the value was tried
 */
public record Shrunk(Choices choices, int runs) {}
