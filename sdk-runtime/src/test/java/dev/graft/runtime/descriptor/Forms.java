package dev.graft.runtime.descriptor;

import dev.graft.descriptor.ValueType;
import java.util.List;

/**
 * A type, and texts of which each line is one.
 *
 * @param type the type
 * @param good accepted
 * @param bad refused
 */
record Forms(ValueType type, List<String> good, List<String> bad) {
  static Forms of(ValueType type, String good, String bad) {
    return new Forms(type, good.lines().toList(), bad.lines().toList());
  }

  @Override
  public String toString() {
    return type.text();
  }
}
