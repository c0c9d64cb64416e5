package dev.graft.python.bundle;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which entries of a jar are wanted, and where they go in the layout of a CPython.
 *
 * @param rules the first whose prefix fits decides
 */
record FolderMapping(List<Rule> rules) {
  private static final String SITE_PACKAGES = "lib/python3.12/site-packages/";

  // What no node needs is a third of the files: tests, header files, the IDE, the installer.
  private static final Pattern UNWANTED =
      Pattern.compile(
          "lib/python3\\.12/(test|idlelib|turtledemo|lib2to3|ensurepip|__phello__)/.*"
              + "|lib/python3\\.12/config-3\\.12[^/]*/.*"
              + "|lib/python3\\.12/site-packages/pip.*|lib/(pkgconfig|cmake|engines-3)/.*"
              + "|.*/tests/.*|.*/?libjni[^/]*|.*\\.(pyi|h|a|o|f90|pxd)");

  /**
   * Moves a folder.
   *
   * @param from the start of the entry's name
   * @param to what stands there instead
   */
  record Rule(String from, String to) {}

  static FolderMapping cpython(String platform) {
    String root = "org/bytedeco/cpython/" + platform + "/";
    return of(
        new Rule(root + "lib/", "lib/"),
        new Rule(root + "bin/python3", "bin/python3"),
        new Rule(root + "libpython", "libpython"),
        new Rule(root + "libffi", "libffi"),
        new Rule(root + "libssl", "libssl"),
        new Rule(root + "libcrypto", "libcrypto"));
  }

  static FolderMapping numpy(String platform) {
    return of(new Rule("org/bytedeco/numpy/" + platform + "/python/", SITE_PACKAGES));
  }

  static FolderMapping scipy(String platform) {
    return of(new Rule("org/bytedeco/scipy/" + platform + "/python/", SITE_PACKAGES));
  }

  static FolderMapping openblas(String platform) {
    return of(new Rule("org/bytedeco/openblas/" + platform + "/lib", "openblas/lib"));
  }

  private static FolderMapping of(Rule... rules) {
    return new FolderMapping(List.of(rules));
  }

  /** Where an entry goes, relative to the home; empty if it is not wanted. */
  Optional<String> target(String entry) {
    return rules.stream()
        .filter(rule -> entry.startsWith(rule.from()))
        .findFirst()
        .map(rule -> rule.to() + entry.substring(rule.from().length()))
        .filter(target -> !UNWANTED.matcher(target).matches());
  }
}
