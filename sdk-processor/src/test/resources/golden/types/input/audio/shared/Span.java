package audio.shared;

public record Span(int startIndex, Integer endIndex) {}
