package dev.graft.compat.report.page;

import dev.graft.compat.fake.FakeBackend;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.FakeNode;
import dev.graft.compat.fake.FakeNodes;
import dev.graft.compat.fake.Mapping;
import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatResult;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.speed.SpeedOptions;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.runtime.backend.BackendId;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run with one thing of each kind to look at, and with texts that try to break a page. */
final class PageSample {
  private static final String CASES =
      """
      {"node": "pass-through", "cases": [
        {"id": "hostile", "title": "</summary><script>document.title = 'broken'</script>",
         "tags": ["text"], "steps": [{"in": "<img src=x onerror=alert(1)>"},
         {"in": "a\\u202eb\\u0000"}, {"in": {"$u16": "d83d"}}],
         "expect": [{"out": "<b>&\\"'", "at": 0}]},
        {"id": "tuple", "title": "a tuple stays one", "tags": ["values"],
         "steps": [{"in": {"$tuple": [1]}}], "expect": [{"out": {"$tuple": [1]}}]},
        {"id": "int", "title": "an int stays one", "tags": ["values"],
         "steps": [{"in": 1}], "expect": [{"out": 1}]}]}
      """;
  private static final String REVERSED =
      """
      {"node": "reverse", "cases": [
        {"id": "plain", "title": "letters", "tags": ["text"], "steps": [{"in": "abc"}],
         "expect": [{"out": "cba"}]},
        {"id": "emoji", "title": "code points, not UTF-16 units", "tags": ["text", "unicode"],
         "steps": [{"in": "ab😀cd"}], "expect": [{"out": "dc😀ba"}]}]}
      """;
  private static final String COUNTED =
      """
      {"node": "counter", "cases": [
        {"id": "five", "title": "counts five items", "tags": ["state"], "params": {"initial_count": 0},
         "steps": [{"in": "a"}, {"in": "b"}, {"in": "c"}, {"in": "d"}, {"in": "e"}, {"end": true}]}]}
      """;
  private static final String CALCULATED =
      """
      {"node": "calculator", "cases": [
        {"id": "product", "title": "a product of floats", "tags": ["float"],
         "params": {"operation": "multiply", "operand": {"$f": "0.1"}}, "steps": [{"in": {"$f": "3.0"}}]},
        {"id": "wide", "title": "a product beyond 64 bits", "tags": ["int"],
         "params": {"operation": "multiply", "operand": 3037000500}, "steps": [{"in": 3037000500}],
         "expect": [{"out": {"$i": "9223372037000250000"}}]},
        {"id": "text", "title": "a text is no number", "tags": ["errors"],
         "params": {"operation": "add", "operand": 1}, "steps": [{"in": "one"}],
         "expect": [{"error": {"phase": "step", "kind": "TYPE", "index": 0}}]}]}
      """;
  private static final String BUFFERED =
      """
      {"node": "buffer", "cases": [
        {"id": "pairs", "title": "two by two", "tags": ["state"], "params": {"size": 2},
         "steps": [{"in": 1}, {"in": 2}, {"in": 3}, {"end": true}],
         "expect": [{"out": [1, 2], "at": 1}, {"out": [3], "at": 3}]}]}
      """;
  private static final String KNOWN =
      """
      {"limitations": [{"id": "TUPLES", "title": "tuples are lists", "kind": "bug",
        "issue": "https://example.org/1", "backends": {"java": ">=1.0 <2"},
        "cases": ["pass-through/tuple"], "signature": "DIFF/seq/tuple-vs-list/out",
        "reason": "The codec does not know tuples yet.", "workaround": "Emit lists.",
        "since": "2026-01-01", "review": "2027-01-01"}]}
      """;

  private PageSample() {}

  /** The run. */
  static CompatResult run(Path folder) throws Exception {
    return CompatRun.run(options(folder), host());
  }

  /** The run again, with many made-up cases for each of the five nodes. */
  static CompatResult run(Path folder, int made) throws Exception {
    return CompatRun.run(options(folder).withRandom(made, 1), host());
  }

  /** The run again on a day of October 2026. */
  static CompatResult run(Path folder, String day) throws Exception {
    Instant noon = Instant.parse("2026-10-" + day + "T12:00:00Z");
    return CompatRun.run(options(folder).withClock(Clock.fixed(noon, ZoneOffset.UTC)), host());
  }

  /** The run again with times, taken too quickly to mean much. */
  static CompatResult timed(Path folder) throws Exception {
    SpeedOptions quick =
        new SpeedOptions(3, 2, 1, Duration.ofMillis(1), Duration.ofMillis(10), false);
    return CompatRun.timed(options(folder), quick, host());
  }

  private static CompatOptions options(Path folder) throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    List<String> files = List.of(CASES, REVERSED, COUNTED, CALCULATED, BUFFERED);
    for (int i = 0; i < files.size(); i++) {
      Files.writeString(corpus.resolve(i + ".json"), files.get(i));
    }
    Path limitations = folder.resolve("limitations.json");
    Files.writeString(limitations, KNOWN);
    return CompatOptions.defaults()
        .selecting(every -> every.withoutBuiltIn().withCorpus(List.of(corpus)))
        .withLimitations(limitations)
        .withOutput(folder)
        .withClock(Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC));
  }

  private static FakeHost host() {
    Map<String, FakeNode.Maker> wrong = FakeNodes.right();
    wrong.put("pass-through", Mapping.of((params, item) -> listed(item)));
    wrong.put("reverse", Mapping.of((params, item) -> unitsReversed(String.valueOf(item))));
    wrong.put("counter", Skipping::new);
    wrong.put("calculator", Mapping.of(PageSample::calculated));
    return new FakeHost()
        .twins(FakeContracts.PASS_THROUGH)
        .twins(FakeContracts.REVERSE)
        .twins(FakeContracts.COUNTER)
        .twins(FakeContracts.CALCULATOR)
        .twins(FakeContracts.BUFFER)
        .backend(new FakeBackend(BackendId.JAVA, wrong))
        .backend(new FakeBackend(BackendId.GRAALPY, FakeNodes.right()))
        .backend(new FakeBackend(BackendId.CPYTHON, FakeNodes.right()));
  }

  private static @Nullable Object listed(@Nullable Object item) {
    return item instanceof Tuple tuple ? tuple.items() : item;
  }

  private static String unitsReversed(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = text.length() - 1; i >= 0; i--) {
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  private static Number calculated(Map<String, @Nullable Object> params, @Nullable Object item) {
    if (item instanceof String) {
      throw new NodeException(ErrorKind.INVALID, "not a number: \"" + item + "\"");
    }
    return switch (FakeNodes.calculate(params, item)) {
      case Double d -> Math.nextUp(Math.nextUp(d));
      case BigInteger big -> big.longValue();
      case Number other -> other;
    };
  }

  /** Leaves one number out. */
  private static final class Skipping extends FakeNodes.Counter {
    Skipping(Map<String, @Nullable Object> params) {
      super(params);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      if (count.equals(BigInteger.TWO)) {
        count = count.add(BigInteger.ONE);
      }
      super.process(item, out);
    }
  }
}
