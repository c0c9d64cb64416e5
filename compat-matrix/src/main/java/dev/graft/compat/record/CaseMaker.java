package dev.graft.compat.record;

import dev.graft.compat.compare.TraceComparator;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseEnv;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.corpus.CaseWriter;
import dev.graft.compat.corpus.Expectation;
import dev.graft.compat.corpus.Level;
import dev.graft.compat.corpus.Step;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.SubjectPlayer;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.OpaqueParts;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.permission.Permission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes cases of stretches of input: plays them, each in a fresh instance of the node, and writes
 * down what must come out. Used by one thread.
 */
public final class CaseMaker implements AutoCloseable {
  private static final int DIGITS = 12;

  private final Subject subject;
  private final SubjectPlayer player;
  private final Map<String, @Nullable Object> params;
  private final List<Permission> permissions;
  private final String pipeline;
  private final LocalDate today;

  /**
   * For one node of a pipeline.
   *
   * @param subject the node, on the backend that is the reference
   * @param backend that backend
   * @param params what the manifest gives the node
   * @param permissions what the manifest grants it
   * @param pipeline the name of the pipeline
   * @param today the date that stands in the cases
   */
  public CaseMaker(
      Subject subject,
      Backend backend,
      Map<String, @Nullable Object> params,
      List<Permission> permissions,
      String pipeline,
      LocalDate today) {
    this.subject = subject;
    this.player = new SubjectPlayer(subject, backend, CompatOptions.defaults().timeout());
    this.params = params;
    this.permissions = List.copyOf(permissions);
    this.pipeline = pipeline;
    this.today = today;
  }

  /** The case of a stretch; an empty one is the run of a node that brings its own input. */
  public MadeCase make(Stretch stretch) {
    Case asked = asked(stretch);
    Trace trace = player.play(asked);
    Optional<String> unfit = unfit(trace);
    return unfit.isPresent()
        ? new MadeCase.Unfit(unfit.get())
        : frozen(asked, stretch, trace.events());
  }

  private Case asked(Stretch stretch) {
    List<Step> steps = new ArrayList<>();
    for (Object item : stretch.items()) {
      steps.add(new Step.In(Collections.singletonList(item), null));
    }
    steps.add(new Step.End());
    return named("x", "x", steps, Optional.empty());
  }

  private Case named(String id, String title, List<Step> steps, Optional<Expectation> expect) {
    return new Case(
        subject.id(),
        id,
        title,
        "",
        Level.REQUIRED,
        List.of("recorded"),
        "recorded",
        params,
        permissions,
        List.of(),
        Case.ALL,
        CaseEnv.DEFAULT,
        steps,
        expect,
        Tolerance.NONE,
        "");
  }

  private MadeCase frozen(Case asked, Stretch stretch, List<Event> events) {
    // The hash is of what is done: the same input is the same file, whatever comes out.
    String hash = read(CaseWriter.write(asked, "x", "x", origin())).hash().substring(0, DIGITS);
    String from = stretch.items().isEmpty() ? "" : ", " + stretch.words();
    Case whole =
        named(
            "recorded-" + hash,
            "recorded from " + pipeline + from,
            asked.steps(),
            Optional.of(new Expectation.Exactly(TraceComparator.of(events))));
    String text = CaseWriter.write(whole, whole.id(), whole.title(), origin());
    return new MadeCase.Frozen(read(text), text, words(stretch, events));
  }

  private Map<String, Object> origin() {
    Map<String, Object> origin = new LinkedHashMap<>();
    origin.put("kind", "recorded");
    origin.put("from", pipeline);
    origin.put("found", today.toString());
    return origin;
  }

  /** Why a trace is nothing to hold anybody to. */
  private static Optional<String> unfit(Trace trace) {
    return switch (trace.end()) {
      case COMPLETE -> trace.events().stream().flatMap(event -> unfit(event).stream()).findFirst();
      case UNSTEADY ->
          Optional.of(
              trace.reason()
                  + ". Take the time from graft.now(self), and nothing from random or from outside");
      case CRASH -> Optional.of("the worker broke: " + trace.reason());
      case TIMEOUT, UNSUPPORTED, INFRA, NOT_RUN -> Optional.of(trace.reason());
    };
  }

  private static Optional<String> unfit(Event event) {
    return switch (event) {
      case Event.Out out ->
          OpaqueParts.in(out.value())
              .map(
                  opaque ->
                      "it emits an object of the class %s, which stays on its backend"
                          .formatted(opaque.type()));
      case Event.Changed changed ->
          Optional.of(
              "it changes its %s after it has passed, which no other backend repeats"
                  .formatted(changed.what()));
      case Event.State _, Event.End _, Event.Failed _ -> Optional.empty();
    };
  }

  private static String words(Stretch stretch, List<Event> events) {
    long outputs = events.stream().filter(Event.Out.class::isInstance).count();
    List<String> failures = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof Event.Failed failed) {
        failures.add(failed.failure().kind().text());
      }
    }
    String in = counted(stretch.items().size(), "item");
    String out = counted(outputs, "output");
    return failures.isEmpty()
        ? "%s in, %s".formatted(in, out)
        : "%s in, %s, %s".formatted(in, out, String.join(" ", failures));
  }

  private static String counted(long number, String what) {
    return number + " " + (number == 1 ? what : what + "s");
  }

  private static Case read(String text) {
    try {
      return CaseReader.read(text, "what was recorded").getFirst();
    } catch (CaseFormatException e) {
      throw new IllegalStateException("a case that was written cannot be read", e);
    }
  }

  @Override
  public void close() {
    player.close();
  }
}
