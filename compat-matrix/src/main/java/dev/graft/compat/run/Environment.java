package dev.graft.compat.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** What may matter about the machine. */
final class Environment {
  private Environment() {}

  static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("arch", System.getProperty("os.arch"));
    facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put(
        "jvm",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    return facts;
  }
}
