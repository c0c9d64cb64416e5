package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.corpus.CaseWriter;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.corpus.Step;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.generate.Choices;
import dev.graft.compat.generate.EdgeCases;
import dev.graft.compat.generate.Shrinker;
import dev.graft.compat.generate.Shrunk;
import dev.graft.compat.generate.StepShrinker;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.Judge;
import dev.graft.compat.verdict.Verdict;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cases of a node that fail and that nobody wrote, one for each way in which they do, each as
 * small as it could be made: what is kept of it must fail in the same way on the same backend, by
 * the same judge, so that what is shrunk never turns into something else.
 */
final class Findings {
  private static final String REGRESSION = "regression";
  private static final int RUNS = 1000;
  private static final Duration TIME = Duration.ofSeconds(20);

  /** What has no more steps is read as it is. */
  private static final int FEW_STEPS = 8;

  /** More ways to fail than anyone reads at once; the others are told as they were made up. */
  private static final int MOST_SHRUNK = 5;

  private record Way(BackendId backend, String signature, String judge) {}

  private final CompatOptions options;
  private final NodeHost host;
  private final CatalogueEntry entry;
  private final List<Case> byHand;
  private final Map<BackendId, SubjectPlayer> players = new EnumMap<>(BackendId.class);

  private Findings(CompatOptions options, NodeHost host, CatalogueEntry entry, List<Case> byHand) {
    this.options = options;
    this.host = host;
    this.entry = entry;
    this.byHand = byHand;
  }

  /** Those of all nodes. */
  static List<Finding> of(
      CompatOptions options,
      NodeHost host,
      List<CatalogueEntry> nodes,
      Corpus all,
      Corpus played,
      Map<BackendId, BackendRun> runs) {
    List<Finding> found = new ArrayList<>();
    for (CatalogueEntry entry : nodes) {
      List<Case> byHand = all.of(entry.id()).stream().filter(each -> !isMadeUp(each)).toList();
      Findings ofNode = new Findings(options, host, entry, byHand);
      try {
        found.addAll(ofNode.find(played.of(entry.id()), runs));
      } finally {
        ofNode.players.values().forEach(SubjectPlayer::close);
      }
    }
    return found;
  }

  /** Whether nobody wrote it. */
  static boolean isMadeUp(Case one) {
    return one.origin().equals(CaseGenerator.ORIGIN) || one.origin().equals(EdgeCases.ORIGIN);
  }

  /** Whether it is what a shadow saw, from the beginning of a node on. */
  private static boolean isLong(Case one) {
    return one.origin().equals(REGRESSION) && one.steps().size() > FEW_STEPS;
  }

  private List<Finding> find(List<Case> played, Map<BackendId, BackendRun> runs) {
    Map<Way, Case> first = new LinkedHashMap<>();
    Map<String, Map<BackendId, Trace>> traces = new HashMap<>();
    List<Case> simplestFirst =
        played.stream()
            .filter(each -> isMadeUp(each) || isLong(each))
            .sorted(Comparator.comparingInt(each -> each.steps().size()))
            .toList();
    for (Case each : simplestFirst) {
      Map<BackendId, Trace> ofCase = BackendRuns.traces(runs, each);
      Judge.judge(each, ofCase)
          .forEach(
              (backend, verdict) ->
                  way(backend, verdict)
                      .ifPresent(
                          way -> {
                            first.putIfAbsent(way, each);
                            traces.put(each.key(), ofCase);
                          }));
    }
    List<Finding> found = new ArrayList<>();
    for (Map.Entry<Way, Case> each : first.entrySet()) {
      Way way = each.getKey();
      Case original = each.getValue();
      found.add(
          options.search().shrink() && found.size() < MOST_SHRUNK && canShrink(original)
              ? shrink(original, way)
              : new Finding(
                  original,
                  original,
                  way.backend(),
                  way.signature(),
                  traces.getOrDefault(original.key(), Map.of())));
    }
    return found;
  }

  private static Optional<Way> way(BackendId backend, Verdict verdict) {
    return verdict
        .signature()
        .filter(_ -> verdict.observed().failed())
        .map(signature -> new Way(backend, signature, verdict.judge()));
  }

  private static boolean canShrink(Case found) {
    return CaseGenerator.made(found) || isLong(found);
  }

  private Finding shrink(Case original, Way way) {
    Case smallest =
        CaseGenerator.made(original) ? simplest(original, way) : shortest(original, way);
    Map<BackendId, Trace> traces = new EnumMap<>(BackendId.class);
    for (BackendId backend : options.selection().chosenBackends()) {
      player(backend).ifPresent(player -> traces.put(backend, player.play(smallest)));
    }
    return new Finding(original, smallest, way.backend(), way.signature(), traces);
  }

  private Case simplest(Case original, Way way) {
    CaseGenerator generator = CaseGenerator.of(entry, byHand).orElseThrow();
    long seed = options.seed();
    Map<String, Boolean> tried = new HashMap<>();
    Shrunk shrunk =
        Shrinker.shrink(
            generator.decisions(original, seed),
            choices -> {
              Case candidate = make(generator, choices, original, "");
              return tried.computeIfAbsent(candidate.hash(), _ -> fails(candidate, way));
            },
            RUNS,
            TIME);
    String title =
        "made at random as number %s of seed %d, then made smaller in %d tries"
            .formatted(original.id().replaceAll("\\D", ""), seed, shrunk.runs());
    return make(generator, shrunk.choices(), original, title);
  }

  private Case shortest(Case original, Way way) {
    List<Step> steps =
        StepShrinker.shrink(original.steps(), some -> fails(cut(original, some), way), RUNS, TIME);
    return cut(original, steps);
  }

  private static Case cut(Case original, List<Step> steps) {
    String title =
        "%s; %d of %d steps".formatted(original.title(), steps.size(), original.steps().size());
    String text =
        CaseWriter.write(
            original.withSteps(steps), original.id(), title, Map.of("kind", original.origin()));
    try {
      return CaseReader.read(text, original.key()).getFirst();
    } catch (CaseFormatException e) {
      throw new IllegalStateException("a case that was written cannot be read", e);
    }
  }

  private Case make(CaseGenerator generator, Choices choices, Case original, String title) {
    try {
      return generator.make(choices, original, title, options.seed());
    } catch (CaseFormatException e) {
      throw new IllegalStateException("a made-up case cannot be read", e);
    }
  }

  private boolean fails(Case candidate, Way way) {
    Map<BackendId, Trace> traces = new EnumMap<>(BackendId.class);
    for (BackendId backend : options.selection().chosenBackends()) {
      if (backend == way.backend() || backend.text().equals(way.judge())) {
        player(backend).ifPresent(player -> traces.put(backend, player.play(candidate)));
      }
    }
    return Optional.ofNullable(Judge.judge(candidate, traces).get(way.backend()))
        .flatMap(verdict -> way(way.backend(), verdict))
        .filter(way::equals)
        .isPresent();
  }

  private Optional<SubjectPlayer> player(BackendId backend) {
    SubjectPlayer open = players.get(backend);
    if (open != null) {
      return Optional.of(open);
    }
    try {
      var hosting = host.backend(backend);
      Optional<SubjectPlayer> player =
          entry
              .in(backend.language())
              .map(
                  node ->
                      new SubjectPlayer(new Subject(node, backend), hosting, options.timeout()));
      player.ifPresent(each -> players.put(backend, each));
      return player;
    } catch (HostingRefusedException e) {
      return Optional.empty();
    }
  }
}
