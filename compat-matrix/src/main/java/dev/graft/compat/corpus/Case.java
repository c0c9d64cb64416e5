package dev.graft.compat.corpus;

import dev.graft.runtime.permission.Permission;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing to try on every backend.
 *
 * @param node the catalogue id
 * @param id its own id, unique within the node and never changed
 * @param title what it is about, one short sentence without a full stop
 * @param doc where the rule is written, or empty
 * @param level how much it weighs
 * @param tags words to find it by
 * @param origin how it came to be: {@code hand}, {@code regression}, {@code generated}, {@code
 *     contract}
 * @param params what a manifest would give
 * @param permissions what a manifest would grant
 * @param requires capabilities of a backend without which it cannot run
 * @param demand how many outputs of a step are taken at most; after that nothing more is wanted
 * @param env clock and seed
 * @param steps what is done, in order
 * @param expect what the contract pins, if it pins it
 * @param tolerance what else is accepted
 * @param hash of all that decides its result
 */
public record Case(
    String node,
    String id,
    String title,
    String doc,
    Level level,
    List<String> tags,
    String origin,
    Map<String, @Nullable Object> params,
    List<Permission> permissions,
    List<String> requires,
    int demand,
    CaseEnv env,
    List<Step> steps,
    Optional<Expectation> expect,
    Tolerance tolerance,
    String hash) {

  /** Everything is wanted. */
  public static final int ALL = Integer.MAX_VALUE;

  /** Where relative paths of a case start: it has no folder of its own. */
  public static final Path FOLDER = Path.of("").toAbsolutePath();

  public Case {
    tags = List.copyOf(tags);
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    permissions = List.copyOf(permissions);
    requires = List.copyOf(requires);
    steps = List.copyOf(steps);
  }

  /** The same with other steps, to be written: the hash is still that of these. */
  public Case withSteps(List<Step> others) {
    return new Case(
        node,
        id,
        title,
        doc,
        level,
        tags,
        origin,
        params,
        permissions,
        requires,
        demand,
        env,
        others,
        expect,
        tolerance,
        hash);
  }

  /** The id over all nodes. */
  public String key() {
    return node + "/" + id;
  }
}
