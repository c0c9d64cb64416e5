package dev.graft.runtime.plan;

import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.permission.Permission;
import java.util.ArrayList;
import java.util.List;

/** Looks for the Java classes that are granted: one that is not there could never be used. */
final class GrantedClasses {
  private GrantedClasses() {}

  /** What is wrong with grants of Java classes. */
  static List<Problem> missing(Place node, List<Permission> granted) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < granted.size(); i++) {
      if (granted.get(i) instanceof Permission.HostClass type && !isThere(type.name())) {
        problems.add(
            Problem.of(
                node.at("permissions").pointingAt("[" + i + "]"),
                "there is no class \"%s\" on the class path. Correct its name or add its jar."
                    .formatted(type.name())));
      }
    }
    return problems;
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name, false, GrantedClasses.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
