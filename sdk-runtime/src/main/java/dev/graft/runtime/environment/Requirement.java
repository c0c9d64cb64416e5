package dev.graft.runtime.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package that a node needs, such as {@code numpy>=1.26,<2}.
 *
 * @param text as the node says it
 * @param name of the distribution, or of the module
 * @param clauses what its version must satisfy; those that only an installer understands are left
 *     out
 */
public record Requirement(String text, String name, List<VersionClause> clauses) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([A-Za-z0-9][A-Za-z0-9._-]*)\\s*(?:\\[[^\\]]*\\])?\\s*\\(?([^;)]*).*");

  /** Where the name of the distribution is not the name of the module. */
  private static final Map<String, String> MODULES =
      Map.of(
          "pillow", "PIL",
          "opencv-python", "cv2",
          "opencv-python-headless", "cv2",
          "scikit-learn", "sklearn",
          "scikit-image", "skimage",
          "pyzmq", "zmq");

  public Requirement {
    clauses = List.copyOf(clauses);
  }

  /** The requirement of a text. */
  public static Requirement of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return new Requirement(text, text.strip(), List.of());
    }
    List<VersionClause> clauses = new ArrayList<>();
    for (String part : form.group(2).split(",", -1)) {
      VersionClause.of(part).ifPresent(clauses::add);
    }
    return new Requirement(text.strip(), form.group(1), clauses);
  }

  /** The name of a distribution as installers compare it: {@code Foo._Bar} is {@code foo-bar}. */
  public static String normalized(String name) {
    return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
  }

  /** The module under which it is imported, as far as that is known. */
  public String module() {
    return MODULES.getOrDefault(name.toLowerCase(Locale.ROOT), name.replace('-', '_'));
  }

  /** The version that an environment has of it; empty if it has none, or does not know which. */
  public Optional<String> versionIn(PythonEnvironment environment) {
    return Optional.ofNullable(environment.distributions().get(normalized(name)))
        .or(() -> Optional.ofNullable(environment.distributions().get(normalized(module()))));
  }

  /**
   * What is wrong with an environment: {@code does not have it}, or {@code has 1.0 of it}; empty if
   * it has what is needed. A module without a version is taken as it is.
   */
  public Optional<String> unmetIn(PythonEnvironment environment) {
    Optional<String> version = versionIn(environment);
    if (version.isEmpty()) {
      String top = module().split("\\.", 2)[0];
      return environment.modules().contains(top)
          ? Optional.empty()
          : Optional.of("does not have it");
    }
    return clauses.stream().allMatch(clause -> clause.accepts(version.get()))
        ? Optional.empty()
        : Optional.of("has version " + version.get());
  }
}
