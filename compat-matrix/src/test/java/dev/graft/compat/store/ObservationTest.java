package dev.graft.compat.store;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.generate.Kind;
import dev.graft.compat.generate.KnownTypes;
import dev.graft.compat.generate.Property;
import dev.graft.compat.generate.ValueGenerator;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.subject.ValueText;
import dev.graft.node.ErrorKind;
import dev.graft.params.Violation;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.Opaque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A line says all that was seen, or it is not believed. */
final class ObservationTest {
  private static final ResultKey KEY = new ResultKey("c", "b", "n", "k", "t");

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Failure failure =
        new Failure(
            Phase.VALIDATE,
            new ErrorKind("USER:Odd"),
            OptionalLong.of(3),
            List.of(new Violation("min", "params.size", "is less than 1")),
            "OddError",
            "a \"message\"\n",
            "Traceback");
    Trace trace =
        trace(
            new Event.Failed(-1, failure),
            new Event.Out(0, List.of(1L, 1.0, true)),
            new Event.State(1, List.of()),
            new Event.Changed(1, "input", 1L, 2L),
            new Event.End(2));

    assertThat(Observation.read(line(trace)).orElseThrow().trace()).hasValue(trace);
  }

  @Test
  void anyValueIsReadAgain() {
    Property.of(ObservationTest.class, ValueGenerator.of(KnownTypes.NONE).without(Kind.RECORD))
        .with(1, 1500)
        .holds(
            value -> {
              Trace read =
                  Observation.read(line(trace(new Event.Out(0, value))))
                      .orElseThrow()
                      .trace()
                      .orElseThrow();
              Event.Out out = (Event.Out) read.events().getFirst();
              assertThat(ValueText.of(out.value())).isEqualTo(ValueText.of(value));
            });
  }

  @Test
  void aLineThatWasCutOffSaysNothing() throws Exception {
    String line = line(trace(new Event.End(0)));
    for (int length : new int[] {0, 1, 20, line.length() - 1}) {
      assertThat(Observation.read(line.substring(0, length))).isEmpty();
    }
    assertThat(Observation.read("{\"case\":\"x\",\"observed\":\"PASS\"}")).isEmpty();
  }

  @Test
  void whatCannotBeReadAgainIsNotBelieved() throws Exception {
    Trace trace = trace(new Event.Out(0, new Opaque("host", 7, "a lock")));

    assertThat(Observation.read(line(trace)).orElseThrow().trace()).isEmpty();
  }

  @Test
  void eachPartOfAKeyDecides() {
    assertThat(
            List.of(
                    KEY,
                    new ResultKey("x", "b", "n", "k", "t"),
                    new ResultKey("c", "x", "n", "k", "t"),
                    new ResultKey("c", "b", "x", "k", "t"),
                    new ResultKey("c", "b", "n", "x", "t"),
                    new ResultKey("c", "b", "n", "k", "x"))
                .stream()
                .map(ResultKey::text)
                .distinct()
                .count())
        .isEqualTo(6);
  }

  private static Trace trace(Event... events) {
    return new Trace(
        Trace.Ended.COMPLETE,
        "",
        List.of(events),
        Optional.of(new ServedBy(BackendId.JAVA, "Fake 1", "in-process", "0".repeat(64))),
        17,
        2);
  }

  private static String line(Trace trace) throws Exception {
    Case played =
        CaseReader.read("{\"node\": \"n\", \"cases\": [{\"id\": \"c\", \"title\": \"t\"}]}", "x")
            .getFirst();
    return Observation.of(played, BackendId.JAVA, KEY, trace).line();
  }
}
