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
   * @param className the node's canonical name
   */
  static String of(Class<?> neighbour, String className) {
    String inPackage = className.substring(neighbour.getPackageName().length() + 1);
    String file = inPackage.replace('.', '$') + ".class";
    try (InputStream in = neighbour.getResourceAsStream(file)) {
      return in == null ? "unknown" : Sha256.of(in.readAllBytes());
    } catch (IOException e) {
      return "unknown";
    }
  }
}
