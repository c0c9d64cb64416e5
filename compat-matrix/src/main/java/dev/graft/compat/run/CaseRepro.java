package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.handover.Session;
import dev.graft.compat.limits.LimitationsLedger;
import dev.graft.compat.report.Reproduction;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Judge;
import dev.graft.compat.verdict.Verdict;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.value.Suggestions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds one case by its name, as reports give it, and plays it again. */
public final class CaseRepro {
  private static final Pattern MADE_UP = Pattern.compile("random/(\\d{1,6})");

  private final NodeHost host;
  private final CompatOptions options;
  private final CatalogueEntry entry;
  private final Optional<Session.Named> handOver;
  private final Case tried;

  private CaseRepro(
      NodeHost host,
      CompatOptions options,
      CatalogueEntry entry,
      Optional<Session.Named> handOver,
      Case tried) {
    this.host = host;
    this.options = options;
    this.entry = entry;
    this.handOver = handOver;
    this.tried = tried;
  }

  /**
   * A case by its key: {@code counter/restore-fresh}, {@code counter/random/7} with the seed of the
   * options, or a hand-over such as {@code counter/hand-over/java/restore-fresh@2}.
   *
   * @throws CompatUsageException if there is no such case
   */
  public static CaseRepro of(NodeHost host, CompatOptions options, String key)
      throws CompatUsageException {
    int slash = key.indexOf('/');
    if (slash < 0) {
      throw new CompatUsageException(
          "\"" + key + "\" is no case. Name the node and the case: counter/restore-fresh.");
    }
    String node = key.substring(0, slash);
    String id = key.substring(slash + 1);
    CatalogueEntry entry =
        CaseSelection.nodes(
                options.selecting(every -> every.withNodes(List.of(node))), host.catalogue())
            .getFirst();
    Optional<Session.Named> handOver = Session.named(id);
    String wanted = handOver.map(Session.Named::stream).orElse(id);
    Matcher madeUp = MADE_UP.matcher(wanted);
    int count = madeUp.matches() ? Integer.parseInt(madeUp.group(1)) : 0;
    Corpus corpus =
        CaseSelection.withMade(
            options.withRandom(count, options.seed()),
            CaseSelection.corpus(options, host.catalogue()),
            List.of(entry));
    List<String> known = corpus.of(node).stream().map(Case::id).toList();
    Case tried =
        corpus.of(node).stream()
            .filter(each -> each.id().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new CompatUsageException(
                        "%s has no case \"%s\". %s"
                            .formatted(node, wanted, Suggestions.hint(wanted, known))));
    if (handOver.isPresent()
        && !Session.cuts(Session.stream(tried)).contains(handOver.get().cut())) {
      throw new CompatUsageException(
          "%s: the case cannot be cut before step %d; it can before %s."
              .formatted(key, handOver.get().cut(), Session.cuts(Session.stream(tried))));
    }
    return new CaseRepro(host, options, entry, handOver, tried);
  }

  /** The node. */
  public CatalogueEntry entry() {
    return entry;
  }

  /** The case, as one backend alone would play it. */
  public Case tried() {
    return session().map(Session::onOne).orElse(tried);
  }

  /** Whether it is a hand-over. */
  public boolean isHandOver() {
    return handOver.isPresent();
  }

  /**
   * Plays it on a backend, with another beside it.
   *
   * @throws CompatUsageException if a backend cannot play it
   */
  public Reproduction run(BackendId backend, BackendId against) throws CompatUsageException {
    return handOver.isPresent() ? handedOver(backend) : plain(backend, against);
  }

  private Reproduction plain(BackendId backend, BackendId against) throws CompatUsageException {
    Trace reference = play(against);
    Trace trace = play(backend);
    Verdict verdict =
        tried.expect().isPresent()
            ? Judge.judge(tried, backend, trace)
            : Judge.from(Event.BEFORE, trace, tried.tolerance(), reference, against);
    CaseResult result = new CaseResult(backend, trace, verdict);
    return new Reproduction(
        tried,
        List.of(
            new Reproduction.Column(against.text(), reference),
            new Reproduction.Column(backend.text(), trace)),
        ledger().lay(tried.key(), implementation(backend), result));
  }

  private Trace play(BackendId each) throws CompatUsageException {
    Subject subject = new Subject(entry.in(each.language()).orElseThrow(() -> absent(each)), each);
    try (SubjectPlayer player = new SubjectPlayer(subject, backend(each), options.timeout())) {
      return player.play(tried);
    }
  }

  private Reproduction handedOver(BackendId to) throws CompatUsageException {
    Session session = session().orElseThrow();
    BackendId from = handOver.orElseThrow().from();
    Set<BackendId> ids = EnumSet.of(from, to);
    Judge.REFERENCES.stream()
        .filter(each -> entry.in(each.language()).isPresent())
        .findFirst()
        .ifPresent(ids::add);
    List<HandOverLine> lines = new ArrayList<>();
    try {
      for (BackendId each : ids) {
        lines.add(new HandOverLine(backend(each), implementation(each), options.timeout()));
      }
      return NodeHandOver.again(entry, session, from, to, lines, ledger())
          .orElseThrow(
              () ->
                  new CompatUsageException(
                      "%s cannot be handed over from %s to %s: one of them does not host it"
                          .formatted(entry.id(), from, to)));
    } finally {
      lines.forEach(HandOverLine::close);
    }
  }

  private Optional<Session> session() {
    return handOver.map(named -> new Session(Session.stream(tried), named.cut()));
  }

  private LimitationsLedger ledger() throws CompatUsageException {
    return new LimitationsLedger(
        LimitationFiles.read(options, host),
        LocalDate.ofInstant(options.clock().instant(), ZoneOffset.UTC));
  }

  private Backend backend(BackendId each) throws CompatUsageException {
    try {
      return host.backend(each);
    } catch (HostingRefusedException e) {
      throw new CompatUsageException(each + ": " + e.reason());
    }
  }

  private String implementation(BackendId each) throws CompatUsageException {
    return backend(each).status().implementation();
  }

  private CompatUsageException absent(BackendId each) {
    return new CompatUsageException("%s cannot run %s".formatted(each, entry.id()));
  }
}
