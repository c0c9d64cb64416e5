package dev.graft.runtime.permission;

import dev.graft.value.Suggestions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads permissions from their text form. The rules are those of {@code
 * graft/syntax/permissions.py}, which checks the declarations of Python nodes.
 */
public final class PermissionReader {
  /** What a permission can begin with, as one would write it. */
  private static final List<String> KINDS =
      List.of("read", "write", "env", "network", "subprocess", "threads", "host", "exec", "native");

  private static final String FORMS =
      "Known are: read:PATH, write:PATH, env:NAME, env:*, network, subprocess, threads,"
          + " host:CLASS, exec, native.";
  private static final Pattern VARIABLE = Pattern.compile("[^=*\\x00\\s]+");
  private static final Pattern CLASS =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)+");

  private final String text;
  private final Path directory;

  private PermissionReader(String text, Path directory) {
    this.text = text;
    this.directory = directory;
  }

  /**
   * The permission of a text.
   *
   * @param text for example {@code read:data}
   * @param directory where relative paths start
   * @throws PermissionException if it is none
   */
  public static Permission read(String text, Path directory) throws PermissionException {
    return new PermissionReader(text, directory).permission();
  }

  private Permission permission() throws PermissionException {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String argument = colon < 0 ? "" : text.substring(colon + 1);
    return switch (kind) {
      case "read" -> new Permission.Read(path(argument));
      case "write" -> new Permission.Write(path(argument));
      case "env" -> variable(argument);
      case "host" -> new Permission.HostClass(className(argument));
      case "network" -> alone(new Permission.Network());
      case "subprocess" -> alone(new Permission.Subprocess());
      case "threads" -> alone(new Permission.Threads());
      case "exec" -> alone(new Permission.Exec());
      case "native" -> alone(new Permission.Native());
      default -> throw unknown(kind);
    };
  }

  private Path path(String argument) throws PermissionException {
    if (argument.isBlank()) {
      throw wrong("lacks the path. Write it as in \"read:data\" or \"write:/var/out\".");
    }
    try {
      return directory.resolve(argument).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw wrong("holds no path: " + e.getReason() + ".");
    }
  }

  private Permission variable(String argument) throws PermissionException {
    if (argument.equals("*")) {
      return new Permission.AllVariables();
    } else if (!VARIABLE.matcher(argument).matches()) {
      throw wrong("must name one variable, as in \"env:HOME\", or all of them: \"env:*\".");
    }
    return new Permission.Variable(argument);
  }

  private String className(String argument) throws PermissionException {
    if (!CLASS.matcher(argument).matches()) {
      throw wrong("must name one class in full, as in \"host:java.time.Instant\".");
    }
    return argument;
  }

  private Permission alone(Permission permission) throws PermissionException {
    if (!text.equals(permission.text())) {
      throw wrong("takes nothing after it. Write \"%s\".".formatted(permission.text()));
    }
    return permission;
  }

  private PermissionException unknown(String kind) {
    return wrong(
        "is no permission. "
            + Suggestions.nearest(kind, KINDS)
                .map(near -> "Did you mean \"" + near + text.substring(kind.length()) + "\"?")
                .orElse(FORMS));
  }

  private PermissionException wrong(String fact) {
    return new PermissionException("\"" + text + "\" " + fact);
  }
}
