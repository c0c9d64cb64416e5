package dev.graft.python.cpython;

import java.nio.file.Path;
import java.util.Map;

/**
 * A CPython to start.
 *
 * @param executable the program
 * @param environment what the program needs
 * @param origin where it is from, for people
 * @param bundled whether it is Graft's own
 */
record Interpreter(
    Path executable, Map<String, String> environment, String origin, boolean bundled) {}
