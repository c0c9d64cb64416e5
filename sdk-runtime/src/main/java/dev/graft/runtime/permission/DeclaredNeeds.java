package dev.graft.runtime.permission;

import dev.graft.descriptor.Implementation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what an implementation declares that it needs with what the operator granted. */
public final class DeclaredNeeds {
  private final String type;
  private final List<Permission> permissions;
  private final Path directory;
  private final Grants grants;
  private final List<String> ungranted = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private DeclaredNeeds(
      String type, List<Permission> permissions, Path directory, boolean outside) {
    this.type = type;
    this.permissions = permissions;
    this.directory = directory;
    List<Permission> granted = new ArrayList<>(permissions);
    if (outside) {
      granted.add(new Permission.Native());
    }
    this.grants = Grants.of(directory, granted);
  }

  /**
   * What stands in the way, with the line that would mend it; empty if all needs are granted.
   *
   * @param type what the node is called where it is granted something
   * @param implementation what declares its needs
   * @param granted what the operator grants it
   * @param directory where relative paths start
   * @param outside whether a place without a sandbox was asked for by name, which grants native
   *     code
   */
  public static Optional<String> unmet(
      String type,
      Implementation implementation,
      List<Permission> granted,
      Path directory,
      boolean outside) {
    DeclaredNeeds needs = new DeclaredNeeds(type, granted, directory, outside);
    implementation.permissions().forEach(needs::check);
    return needs.problem();
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
              .formatted(type, String.join(" ", wrong)));
    } else if (ungranted.isEmpty()) {
      return Optional.empty();
    }
    Stream<String> line =
        Stream.concat(permissions.stream().map(Permission::text), ungranted.stream());
    return Optional.of(
        "type \"%s\" needs %s, which is not granted. Grant it with \"permissions\": [%s]."
            .formatted(
                type,
                ungranted.stream().map(DeclaredNeeds::quote).collect(Collectors.joining(" and ")),
                line.map(DeclaredNeeds::quote).collect(Collectors.joining(", "))));
  }

  private static String quote(String text) {
    return '"' + text + '"';
  }
}
