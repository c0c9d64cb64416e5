package dev.graft.compat.compare;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.report.CaseText;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Judge;
import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.failure.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a failed case tells those who must mend it. */
final class AdviceTest {
  private static final String SAVED =
      """
      "steps": [{"in": 1}, {"snapshot": true}, {"restore": "fresh"}, {"in": 2}],
      "expect": [{"out": 1, "at": 0}, {"out": 2, "at": 3}]\
      """;

  @Test
  void aNodeThatSavesNothingMayLackItsState() throws Exception {
    assertThat(
            told(SAVED, new Event.Out(0, 1L), new Event.State(1, List.of()), new Event.Out(3, 1L)))
        .contains("likely cause: The node saved no state: is an @State missing?\n");
    assertThat(
            told(
                "\"steps\": [{\"snapshot\": true}], \"expect\": [{\"state\": [1], \"at\": 0}]",
                new Event.State(0, List.of())))
        .contains("likely cause: The node saved no state: is an @State missing?\n");
  }

  @Test
  void whoSavesAndStillCountsWrongHasAnotherFault() throws Exception {
    assertThat(
            told(
                SAVED,
                new Event.Out(0, 1L),
                new Event.State(1, List.of(Map.of("key", 1L))),
                new Event.Out(3, 1L)))
        .contains("likely cause: A count or an index");
    assertThat(told(SAVED, new Event.Out(0, 2L), new Event.State(1, List.of())))
        .contains("likely cause: A count or an index");
  }

  @Test
  void whatDiffersAfterARestoreMayBeAFieldThatIsLostThere() throws Exception {
    String told =
        told(
            SAVED,
            new Event.Out(0, 1L),
            new Event.State(1, List.of(Map.of("key", 1L))),
            new Event.Out(3, 1L));

    assertThat(told)
        .contains("too early or too late. Or a field is lost at the restore before it.\n");
    assertThat(told)
        .contains(" See that every field that later items read is in the state (@State).");
    assertThat(told(SAVED, new Event.Out(0, 2L))).doesNotContain("restore before it");
  }

  @Test
  void anErrorOfAnotherStepIsNoPartOfADifference() throws Exception {
    String told =
        told(
            "\"steps\": [{\"in\": 1}, {\"in\": 2}], \"expect\": ["
                + "{\"error\": {\"kind\": \"TYPE\"}, \"at\": 0}, {\"out\": 2, \"at\": 1}]",
            failed(0, Phase.STEP, "not an url", "Traceback:\n  line 7"),
            new Event.Out(1, 3L));

    assertThat(told).contains("first difference at step 1, out: expected 2, got 3");
    assertThat(told).doesNotContain("it said");
    assertThat(told).doesNotContain("line 7");
  }

  @Test
  void aStateThatCannotBeSavedIsToldInTheWordsOfTheNode() throws Exception {
    assertThat(
            told(
                "\"steps\": [{\"snapshot\": true}],"
                    + " \"expect\": [{\"error\": {\"kind\": \"TYPE\"}, \"at\": 0}]",
                failed(0, Phase.SNAPSHOT, "state.values: deque cannot cross; use list(...)", "")))
        .contains(
            """
            likely cause: The state cannot be saved.
            usual fix: Keep portable values in it, such as a list for a deque; docs/values.md has them all.
            it said: TypeError: state.values: deque cannot cross; use list(...)\
            """);
  }

  @Test
  void refusedParametersAreMendedInTheCase() throws Exception {
    assertThat(
            told(
                "\"params\": {\"limti\": 2}, \"steps\": [{\"in\": 1}], \"expect\": [{\"out\": 1}]",
                failed(-1, Phase.VALIDATE, "there is no parameter limti", "")))
        .contains(
            """
            first difference before the first step, error: expected no error, got the error TYPE: there is no parameter limti
            likely cause: The node refuses the parameters of the case.
            usual fix: Mend "params" of the case, or expect the error.
            it said: TypeError: there is no parameter limti\
            """);
  }

  @Test
  void aTracebackIsThereWhereOneIsSpokenOf() throws Exception {
    assertThat(
            told(
                "\"steps\": [{\"in\": 1}], \"expect\": [{\"out\": 1}]",
                failed(0, Phase.STEP, "no", "Traceback:\n  line 7")))
        .endsWith(
            """
            usual fix: Read its message and its traceback.
            it said: TypeError: no
                Traceback:
                  line 7\
            """);
  }

  private static Event failed(int step, Phase phase, String message, String traceback) {
    return new Event.Failed(
        step,
        new Failure(
            phase,
            new ErrorKind("TYPE"),
            OptionalLong.empty(),
            List.of(),
            "TypeError",
            message,
            traceback));
  }

  private static String told(String rest, Event... events) throws Exception {
    Case tried =
        CaseReader.read(
                "{\"node\": \"n\", \"cases\": [{\"id\": \"c\", \"title\": \"t\", " + rest + "}]}",
                "x")
            .getFirst();
    Trace trace = new Trace(Trace.Ended.COMPLETE, "", List.of(events), Optional.empty(), 0);
    CaseResult result =
        new CaseResult(BackendId.JAVA, trace, Judge.judge(tried, BackendId.JAVA, trace));
    return CaseText.of(new CaseOutcome(tried, "java", Map.of(BackendId.JAVA, result)), result);
  }
}
