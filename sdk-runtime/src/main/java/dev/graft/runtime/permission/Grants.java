package dev.graft.runtime.permission;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that an operator granted to one node. Equal grants are equal rights, whatever their order.
 * Immutable.
 *
 * @param directory the working directory: where relative paths of the node start
 * @param permissions what is granted
 */
public record Grants(Path directory, Set<Permission> permissions) {
  /** Who may do nothing outside is nowhere: the directory would give something away. */
  private static final Path NOWHERE = Path.of("/");

  /** Nothing is granted. */
  public static final Grants NONE = new Grants(NOWHERE, Set.of());

  /** Keeps a copy. */
  public Grants {
    permissions = Set.copyOf(permissions);
    directory = seesFiles(permissions) ? directory.toAbsolutePath().normalize() : NOWHERE;
  }

  /** The grants of a manifest's node. */
  public static Grants of(Path directory, Collection<Permission> permissions) {
    return new Grants(directory, new LinkedHashSet<>(permissions));
  }

  private static boolean seesFiles(Set<Permission> permissions) {
    return permissions.stream()
        .anyMatch(
            granted ->
                granted instanceof Permission.Read
                    || granted instanceof Permission.Write
                    || granted instanceof Permission.Subprocess);
  }

  /** Whether one of the grants allows all that is asked for. */
  public boolean cover(Permission need) {
    return permissions.stream().anyMatch(granted -> granted.covers(need));
  }

  /** What counts inside the sandbox: all but the leave to go outside. */
  public Grants inSandbox() {
    return new Grants(
        directory,
        permissions.stream()
            .filter(granted -> !(granted instanceof Permission.Native))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The granted permissions of one kind. */
  public <P extends Permission> List<P> all(Class<P> kind) {
    return permissions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether a permission without an argument is granted. */
  public boolean has(Class<? extends Permission> kind) {
    return permissions.stream().anyMatch(kind::isInstance);
  }
}
