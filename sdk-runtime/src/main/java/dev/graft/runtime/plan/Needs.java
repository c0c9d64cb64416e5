package dev.graft.runtime.plan;

import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.manifest.NodeSpec;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.permission.Permission;
import dev.graft.runtime.permission.PermissionException;
import dev.graft.runtime.permission.PermissionReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what an implementation declares that it needs with what the operator granted. */
final class Needs {
  private final NodeSpec node;
  private final Path directory;
  private final Grants grants;
  private final List<String> ungranted = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private Needs(NodeSpec node, Path directory, Grants grants) {
    this.node = node;
    this.directory = directory;
    this.grants = grants;
  }

  /**
   * What stands in the way, with the line that would mend it; empty if all needs are granted.
   *
   * @param directory where relative paths start
   * @param outside whether the manifest asks for a place without a sandbox by name, which grants
   *     native code
   */
  static Optional<String> unmet(
      NodeSpec node, NodeImplementation implementation, Path directory, boolean outside) {
    List<Permission> granted = new ArrayList<>(node.permissions());
    if (outside) {
      granted.add(new Permission.Native());
    }
    Needs needs = new Needs(node, directory, Grants.of(directory, granted));
    implementation.descriptor().implementation().permissions().forEach(needs::check);
    return needs.problem();
  }

  /** What is wrong with grants of Java classes: a class that is not there could never be used. */
  static List<Problem> missingClasses(Place node, List<Permission> granted) {
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
      Class.forName(name, false, Needs.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private void check(String declared) {
    try {
      if (!grants.cover(PermissionReader.read(declared, directory))) {
        ungranted.add(declared);
      }
    } catch (PermissionException e) {
      wrong.add(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> problem() {
    if (!wrong.isEmpty()) {
      return Optional.of(
          "type \"%s\" declares needs that cannot be granted: %s"
              .formatted(node.type(), String.join(" ", wrong)));
    } else if (ungranted.isEmpty()) {
      return Optional.empty();
    }
    Stream<String> line =
        Stream.concat(node.permissions().stream().map(Permission::text), ungranted.stream());
    return Optional.of(
        "type \"%s\" needs %s, which is not granted. Grant it with \"permissions\": [%s]."
            .formatted(
                node.type(),
                ungranted.stream().map(Needs::quote).collect(Collectors.joining(" and ")),
                line.map(Needs::quote).collect(Collectors.joining(", "))));
  }

  private static String quote(String text) {
    return '"' + text + '"';
  }
}
