package dev.graft.processor.write;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The names of the members of one factory, each used once. */
final class MemberNames {
  private final Set<String> taken;

  /** Names of which some are in use. */
  MemberNames(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** The name that is wanted, or that with the first number that makes it new. */
  String unique(String wanted) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + number;
    }
    return name;
  }
}
