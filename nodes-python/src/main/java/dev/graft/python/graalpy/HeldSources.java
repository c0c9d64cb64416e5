package dev.graft.python.graalpy;

import com.oracle.truffle.api.source.Source;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Keeps the code of modules in the engine. An engine whose contexts share code parses equal sources
 * once; but it forgets a source at the next garbage collection unless somebody holds it, and {@code
 * compile} of Python holds nothing. So a module would be parsed again and again.
 *
 * <p>The sources of the embedding API do not do: the engine takes them for others than those that
 * Python makes of the same text. Safe for use by several threads.
 */
final class HeldSources {
  /** What Python's {@code compile} calls the text of a module; only an equal source is shared. */
  private static final String MODULE_TEXT = "text/x-python-\0\u0000-compile";

  private final int limit;
  private final SequencedMap<Module, Source> held = new LinkedHashMap<>();

  private record Module(String path, String text) {}

  /**
   * Holds nothing yet.
   *
   * @param limit how many modules to hold: the ones that were used last
   */
  HeldSources(int limit) {
    this.limit = limit;
  }

  /** Keeps what Python makes of a text that it compiles under that path from now on. */
  synchronized void hold(String path, String text) {
    Module module = new Module(path, text);
    Source known = held.get(module);
    held.putLast(module, known != null ? known : source(module));
    if (held.size() > limit) {
      held.pollFirstEntry();
    }
  }

  private static Source source(Module module) {
    return Source.newBuilder(Sandbox.PYTHON, module.text(), module.path())
        .mimeType(MODULE_TEXT)
        .build();
  }

  /** How many modules are held. */
  synchronized int size() {
    return held.size();
  }
}
