package dev.graft.python.source;

/**
 * One module as text.
 *
 * @param path where it came from, for tracebacks
 * @param source the text
 * @param isPackage whether other modules are below it
 */
public record PythonFile(String path, String source, boolean isPackage) {}
