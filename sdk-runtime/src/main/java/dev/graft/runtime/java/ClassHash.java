package dev.graft.runtime.java;

import dev.graft.runtime.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;

/** The hash of a node's class file. */
final class ClassHash {
  private ClassHash() {}

  /**
   * The hash.
   *
   * @param neighbour a class of the same package, which finds the file
   * @param className the node's binary name
   */
  static String of(Class<?> neighbour, String className) {
    String file = className.substring(className.lastIndexOf('.') + 1) + ".class";
    try (InputStream in = neighbour.getResourceAsStream(file)) {
      return in == null ? "unknown" : Sha256.of(in.readAllBytes());
    } catch (IOException e) {
      return "unknown";
    }
  }
}
