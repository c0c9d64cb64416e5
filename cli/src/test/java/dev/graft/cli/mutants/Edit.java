package dev.graft.cli.mutants;

import java.util.stream.Collectors;

/**
 * A change of a source file.
 *
 * @param file as {@link NativeSources} names it
 * @param before what must stand there exactly once, whatever its indentation
 * @param after what stands there in the wrong port
 */
record Edit(String file, String before, String after) {
  String applyTo(String source) {
    String text = withoutIndentation(source);
    int at = text.indexOf(before);
    if (at < 0 || text.indexOf(before, at + 1) >= 0) {
      throw new IllegalStateException(
          "%s must have this text once, and has it %s:%n%s"
              .formatted(file, at < 0 ? "nowhere" : "more often", before));
    }
    return text.substring(0, at) + after + text.substring(at + before.length());
  }

  private static String withoutIndentation(String source) {
    return source.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
  }
}
