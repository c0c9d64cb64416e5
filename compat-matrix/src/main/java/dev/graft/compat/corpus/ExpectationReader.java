package dev.graft.compat.corpus;

import dev.graft.node.ErrorKind;
import dev.graft.params.Violation;
import dev.graft.runtime.failure.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Reads what a case expects. */
final class ExpectationReader {
  private ExpectationReader() {}

  static Optional<Expectation> read(CaseObject object) throws CaseFormatException {
    Optional<JsonNode> expect = object.child("expect");
    if (expect.isEmpty()) {
      return Optional.empty();
    }
    CasePlace place = object.place().key("expect");
    if (expect.get().isArray()) {
      return Optional.of(new Expectation.Exactly(events(expect.get(), place)));
    }
    CaseObject choice = CaseObject.of(expect.get(), place, "\"expect\"", "any_of");
    List<List<Expected>> alternatives = new ArrayList<>();
    for (JsonNode alternative : choice.children("any_of")) {
      alternatives.add(events(alternative, place.key("any_of").item(alternatives.size())));
    }
    return Optional.of(new Expectation.AnyOf(alternatives));
  }

  private static List<Expected> events(JsonNode list, CasePlace place) throws CaseFormatException {
    List<Expected> events = new ArrayList<>();
    for (JsonNode json : CaseObject.items(list, place)) {
      events.add(event(json, place.item(events.size())));
    }
    return List.copyOf(events);
  }

  private static Expected event(JsonNode json, CasePlace place) throws CaseFormatException {
    CaseObject event =
        CaseObject.of(json, place, "an expectation", "out", "error", "state", "end", "at");
    Optional<Long> step = event.number("at");
    OptionalInt at =
        step.isPresent() ? OptionalInt.of(Math.toIntExact(step.get())) : OptionalInt.empty();
    if (event.has("out")) {
      return new Expected.Out(at, event.value("out"));
    } else if (event.has("state")) {
      return new Expected.State(at, event.value("state"));
    } else if (event.has("end")) {
      return new Expected.End(at);
    }
    Optional<JsonNode> error = event.child("error");
    if (error.isEmpty()) {
      throw new CaseFormatException(
          place, "an expectation is one of \"out\", \"error\", \"state\", \"end\".");
    }
    return failed(at, error.get(), place.key("error"));
  }

  private static Expected failed(OptionalInt at, JsonNode json, CasePlace place)
      throws CaseFormatException {
    CaseObject error =
        CaseObject.of(json, place, "an error", "phase", "kind", "index", "violations");
    String phase = error.text("phase", Phase.STEP.text());
    Optional<Phase> known = Phase.of(phase);
    if (known.isEmpty()) {
      throw new CaseFormatException(place, "there is no phase \"" + phase + "\".");
    }
    Optional<Long> index = error.number("index");
    List<Violation> violations = new ArrayList<>();
    for (JsonNode each : error.children("violations")) {
      CaseObject violation =
          CaseObject.of(each, place.key("violations"), "a violation", "code", "path");
      violations.add(new Violation(violation.text("code"), violation.text("path"), ""));
    }
    return new Expected.Failed(
        at,
        known.get(),
        new ErrorKind(error.text("kind")),
        index.isPresent() ? OptionalLong.of(index.get()) : OptionalLong.empty(),
        error.has("violations") ? Optional.of(List.copyOf(violations)) : Optional.empty());
  }
}
