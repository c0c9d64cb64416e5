package dev.graft.compat.run;

import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.report.Evidence;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ServedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many made-up cases have passed so far, kept beside the reports from run to run: {@value
 * #NAME}. A count holds for the code that was tried, on both sides, and for what compared it;
 * another hash begins at nothing, and so does a case that does not pass. A case that the node
 * refuses counts only beside one that it does not. Of one seed the larger count holds, because the
 * same seed makes the same cases; those of several seeds add up. A case that differs is kept until
 * it is played again and does not, or the code is another one: no other seed undoes it.
 */
final class MadeUpRecord {
  private static final String NAME = "made-up.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * What has passed of one node on one backend.
   *
   * @param code the hash of what ran there
   * @param reference the hash of what ran on CPython
   * @param comparator the version of what compared them
   * @param passed how many cases of each seed
   * @param found which cases of each seed differ, and nobody has explained why
   */
  private record Passed(
      String code,
      String reference,
      String comparator,
      Map<String, Integer> passed,
      Map<String, Set<String>> found) {
    boolean isOf(String nowCode, String nowReference, String nowComparator) {
      return code.equals(nowCode)
          && reference.equals(nowReference)
          && comparator.equals(nowComparator);
    }
  }

  private final Path folder;
  private final String comparator;
  private final Map<String, Passed> entries;

  private MadeUpRecord(Path folder, String comparator, Map<String, Passed> entries) {
    this.folder = folder;
    this.comparator = comparator;
    this.entries = entries;
  }

  /**
   * The record of a folder of reports; nothing if it has none.
   *
   * @param compares the version of what compares now
   */
  static MadeUpRecord in(Path folder, String compares) throws CompatUsageException {
    String comparator = compares + " " + CaseGenerator.VERSION;
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return new MadeUpRecord(folder, comparator, new TreeMap<>());
    }
    try {
      Map<String, Passed> entries = new TreeMap<>();
      for (Map.Entry<String, JsonNode> each : JSON.readTree(Files.readString(file)).properties()) {
        entries.put(each.getKey(), passed(each.getValue()));
      }
      return new MadeUpRecord(folder, comparator, entries);
    } catch (JacksonException | IOException e) {
      throw new CompatUsageException(
          file + " cannot be read. Delete it: the made-up cases are then counted anew.");
    }
  }

  private static Passed passed(JsonNode json) {
    Map<String, Integer> bySeed = new TreeMap<>();
    json.path("passed")
        .properties()
        .forEach(each -> bySeed.put(each.getKey(), each.getValue().asInt(0)));
    Map<String, Set<String>> found = new TreeMap<>();
    for (Map.Entry<String, JsonNode> seed : json.path("found").properties()) {
      Set<String> ids = new TreeSet<>();
      seed.getValue().forEach(id -> ids.add(id.asString("")));
      found.put(seed.getKey(), ids);
    }
    return new Passed(
        json.path("code").asString(""),
        json.path("reference").asString(""),
        json.path("comparator").asString(""),
        bySeed,
        found);
  }

  /** Adds what a run found of a node, and says what is known by now, on each backend. */
  Evidence add(String node, boolean everyCase, List<CaseOutcome> outcomes, long seed) {
    Map<BackendId, Integer> counts = new EnumMap<>(BackendId.class);
    Map<BackendId, List<String>> earlier = new EnumMap<>(BackendId.class);
    for (BackendId backend : BackendId.values()) {
      Optional<String> code = codeHash(outcomes, backend);
      Optional<String> reference = codeHash(outcomes, BackendId.CPYTHON);
      if (backend != BackendId.CPYTHON && code.isPresent() && reference.isPresent()) {
        Passed now = passed(node, outcomes, seed, backend, code.get(), reference.get());
        entries.put(key(node, backend), now);
        counts.put(backend, now.passed().values().stream().mapToInt(each -> each).sum());
        earlier.put(backend, earlier(now, outcomes, seed));
      }
    }
    return new Evidence(everyCase, counts, earlier);
  }

  /** What this run did not play. */
  private static List<String> earlier(Passed now, List<CaseOutcome> outcomes, long seed) {
    Set<String> played =
        outcomes.stream()
            .map(each -> found(each.tried().id(), Long.toString(seed)))
            .collect(Collectors.toSet());
    return now.found().entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(id -> found(id, each.getKey())))
        .filter(each -> !played.contains(each))
        .toList();
  }

  private static String found(String id, String seed) {
    return id + " of seed " + seed;
  }

  private Passed passed(
      String node,
      List<CaseOutcome> outcomes,
      long seed,
      BackendId backend,
      String code,
      String reference) {
    Map<String, Integer> bySeed = new TreeMap<>();
    Map<String, Set<String>> found = new TreeMap<>();
    Passed before = entries.get(key(node, backend));
    if (before != null && before.isOf(code, reference, comparator)) {
      bySeed.putAll(before.passed());
      before.found().forEach((each, ids) -> found.put(each, new TreeSet<>(ids)));
    }
    List<CaseOutcome> tried =
        outcomes.stream()
            .filter(each -> each.tried().origin().equals(CaseGenerator.ORIGIN))
            .filter(each -> tried(each, backend) && tried(each, BackendId.CPYTHON))
            .toList();
    Set<String> differing = found.computeIfAbsent(Long.toString(seed), _ -> new TreeSet<>());
    for (CaseOutcome each : tried) {
      if (result(each, backend).filter(CaseResult::unexpected).isPresent()) {
        differing.add(each.tried().id());
      } else {
        differing.remove(each.tried().id());
      }
    }
    found.values().removeIf(Set::isEmpty);
    if (tried.stream().allMatch(each -> passes(each, backend))) {
      if (!tried.isEmpty()) {
        bySeed.merge(Long.toString(seed), counted(tried), Math::max);
      }
    } else {
      bySeed.clear();
    }
    return new Passed(code, reference, comparator, bySeed, found);
  }

  /**
   * How many of them count. That all refuse what nobody would give them proves little: such a case
   * counts only beside one that is not refused.
   */
  private static int counted(List<CaseOutcome> tried) {
    long working = tried.stream().filter(each -> !isRefused(each)).count();
    return (int) Math.min(tried.size(), 2 * working);
  }

  private static boolean isRefused(CaseOutcome outcome) {
    return result(outcome, BackendId.CPYTHON).orElseThrow().trace().isRefusal();
  }

  private static boolean tried(CaseOutcome outcome, BackendId backend) {
    return result(outcome, backend).filter(MadeUpRecord::says).isPresent();
  }

  private static boolean says(CaseResult result) {
    return switch (result.verdict().observed()) {
      case UNSUPPORTED, NOT_RUN -> false;
      default -> true;
    };
  }

  private static boolean passes(CaseOutcome outcome, BackendId backend) {
    return result(outcome, backend).filter(CaseResult::passed).isPresent();
  }

  private static Optional<CaseResult> result(CaseOutcome outcome, BackendId backend) {
    return Optional.ofNullable(outcome.results().get(backend));
  }

  private static Optional<String> codeHash(List<CaseOutcome> outcomes, BackendId backend) {
    return outcomes.stream()
        .flatMap(each -> result(each, backend).stream())
        .flatMap(result -> result.trace().servedBy().stream())
        .map(ServedBy::codeHash)
        .findFirst();
  }

  private static String key(String node, BackendId backend) {
    return node + " on " + backend.text();
  }

  void write() throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    entries.forEach(
        (key, each) -> {
          Map<String, Object> entry = new LinkedHashMap<>();
          entry.put("code", each.code());
          entry.put("reference", each.reference());
          entry.put("comparator", each.comparator());
          entry.put("passed", each.passed());
          entry.put("found", each.found());
          tree.put(key, entry);
        });
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(NAME), JSON.writeValueAsString(tree) + "\n");
  }
}
