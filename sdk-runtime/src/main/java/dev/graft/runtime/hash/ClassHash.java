package dev.graft.runtime.hash;

import java.io.IOException;
import java.io.InputStream;

/** The hash of a class file. */
public final class ClassHash {
  private static final String UNKNOWN = "unknown";

  private ClassHash() {}

  /**
   * The hash of a node's class, or {@code unknown}.
   *
   * @param neighbour a class of the same package, which finds the file
   * @param className the node's canonical name
   */
  public static String of(Class<?> neighbour, String className) {
    String inPackage = neighbour.getPackageName() + ".";
    if (!className.startsWith(inPackage)) {
      return UNKNOWN;
    }
    String file = className.substring(inPackage.length()).replace('.', '$') + ".class";
    try (InputStream in = neighbour.getResourceAsStream(file)) {
      return in == null ? UNKNOWN : Sha256.of(in.readAllBytes());
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
