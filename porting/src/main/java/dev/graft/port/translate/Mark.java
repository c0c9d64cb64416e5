package dev.graft.port.translate;

/**
 * A place that a person decides.
 *
 * @param path the Python file
 * @param line where it stands there
 * @param source the text of the statement, its first line
 * @param reason why it was not translated
 * @param statements how many statements it stands for
 */
public record Mark(String path, int line, String source, String reason, int statements) {}
