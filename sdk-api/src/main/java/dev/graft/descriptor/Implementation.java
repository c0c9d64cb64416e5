package dev.graft.descriptor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one implementation of a node.
 *
 * @param language the language it is written in
 * @param symbol the class, as its language names it
 * @param openParams whether names that are not declared are accepted as well
 * @param strict whether parameter types are enforced; a plain Python class only gets warnings
 * @param packages packages that must be installed, for example {@code numpy}
 * @param packagesUnless more of them, which must be there unless a parameter is given, by the name
 *     of that parameter
 * @param permissions what the node asks its operator to grant
 * @param limitations known differences from the contract, one sentence each
 * @param isolated whether the node asks for an interpreter to itself
 * @param category the group that it is listed in, or empty
 * @param examples what it makes of some items; those of a twin count for it as well
 * @param deprecation that it should not be used any more, if that is so
 */
public record Implementation(
    Language language,
    String symbol,
    boolean openParams,
    boolean strict,
    List<String> packages,
    Map<String, List<String>> packagesUnless,
    List<String> permissions,
    List<String> limitations,
    boolean isolated,
    String category,
    List<Example> examples,
    Optional<Deprecation> deprecation) {

  public Implementation {
    packages = List.copyOf(packages);
    Map<String, List<String>> unless = new LinkedHashMap<>();
    packagesUnless.forEach((param, names) -> unless.put(param, List.copyOf(names)));
    packagesUnless = Collections.unmodifiableMap(unless);
    permissions = List.copyOf(permissions);
    limitations = List.copyOf(limitations);
    examples = List.copyOf(examples);
  }

  /** An implementation whose packages must be there whatever its parameters are. */
  public Implementation(
      Language language,
      String symbol,
      boolean openParams,
      boolean strict,
      List<String> packages,
      List<String> permissions,
      List<String> limitations,
      boolean isolated,
      String category,
      List<Example> examples) {
    this(
        language,
        symbol,
        openParams,
        strict,
        packages,
        Map.of(),
        permissions,
        limitations,
        isolated,
        category,
        examples,
        Optional.empty());
  }

  /** The same, deprecated for a reason, and replaced by a node if that is not empty. */
  public static Implementation deprecated(
      Implementation implementation, String reason, String replacedBy) {
    return new Implementation(
        implementation.language(),
        implementation.symbol(),
        implementation.openParams(),
        implementation.strict(),
        implementation.packages(),
        implementation.packagesUnless(),
        implementation.permissions(),
        implementation.limitations(),
        implementation.isolated(),
        implementation.category(),
        implementation.examples(),
        Optional.of(new Deprecation(reason, replacedBy)));
  }

  /** The packages that must be there if the node gets these parameters. */
  public List<String> packagesFor(Map<String, ? extends @Nullable Object> params) {
    List<String> needed = new ArrayList<>(packages);
    packagesUnless.forEach(
        (param, names) -> {
          if (params.get(param) == null) {
            needed.addAll(names);
          }
        });
    return needed;
  }

  /** All packages that the node may need. */
  public List<String> allPackages() {
    return packagesFor(Map.of());
  }

  /** A Java class, which needs nothing but itself. */
  public static Implementation java(String className) {
    return java(className, "");
  }

  /** A Java class with a category, which may be empty, and examples. */
  public static Implementation java(String className, String category, Example... examples) {
    return new Implementation(
        Language.JAVA,
        className,
        false,
        true,
        List.of(),
        List.of(),
        List.of(),
        false,
        category,
        List.of(examples));
  }
}
