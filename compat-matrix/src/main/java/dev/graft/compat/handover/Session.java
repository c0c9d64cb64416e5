package dev.graft.compat.handover;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Step;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.hash.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A stream of items and the place in it where the node changes its backend.
 *
 * @param stream a case whose steps are items and the end, nothing else
 * @param cut how many steps come before
 */
public record Session(Case stream, int cut) {
  private static final String PREFIX = "hand-over/";
  private static final Pattern ID = Pattern.compile(PREFIX + "([a-z]+)/(.+)@(\\d{1,6})");

  /**
   * A hand-over by its id.
   *
   * @param from who saves the state
   * @param stream the id of the case that it is made of
   * @param cut how many steps come before
   */
  public record Named(BackendId from, String stream, int cut) {}

  /** What the id of a hand-over says; empty if it is none. */
  public static Optional<Named> named(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? BackendId.of(matcher.group(1))
            .map(from -> new Named(from, matcher.group(2), Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** The case without its own snapshots: here only the hand-over moves the state. */
  public static Case stream(Case tried) {
    List<Step> steps =
        tried.steps().stream()
            .filter(step -> step instanceof Step.In || step instanceof Step.End)
            .toList();
    return derived(tried, tried.id(), tried.title(), steps, tried.hash());
  }

  /** The places where a stream can be cut: an item before, and something after. */
  public static List<Integer> cuts(Case stream) {
    List<Step> steps = stream.steps();
    return IntStream.range(1, steps.size())
        .filter(cut -> steps.get(cut - 1) instanceof Step.In)
        .boxed()
        .toList();
  }

  /** The hand-over from a backend as a case: limitations and reports name it so. */
  public Case from(BackendId backend) {
    return derived(
        stream,
        PREFIX + backend.text() + "/" + stream.id() + "@" + cut,
        "%s, handed over before step %d".formatted(stream.title(), cut),
        stream.steps(),
        Sha256.of(stream.hash() + " " + cut + " " + backend.text()));
  }

  /** The same on one backend: the state is taken and put into a new instance. */
  public Case onOne() {
    List<Step> steps = new ArrayList<>(stream.steps().subList(0, cut));
    steps.add(new Step.Snapshot());
    steps.add(new Step.Restore(true));
    steps.addAll(stream.steps().subList(cut, stream.steps().size()));
    return derived(stream, stream.id(), stream.title(), steps, stream.hash());
  }

  private static Case derived(Case of, String id, String title, List<Step> steps, String hash) {
    return new Case(
        of.node(),
        id,
        title,
        of.doc(),
        of.level(),
        of.tags(),
        of.origin(),
        of.params(),
        of.permissions(),
        of.requires(),
        of.demand(),
        of.env(),
        steps,
        Optional.empty(),
        of.tolerance(),
        hash);
  }
}
