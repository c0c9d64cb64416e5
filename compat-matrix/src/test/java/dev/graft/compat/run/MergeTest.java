package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.Mapping;
import dev.graft.compat.verdict.CaseOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a run make the run, and nothing else does. */
final class MergeTest {
  @TempDir Path folder = Path.of("unset");

  @Test
  void partsMakeTheWhole() throws Exception {
    CompatResult whole = CompatRun.run(options().withOutput(folder.resolve("whole")), host());
    List<Path> parts = List.of(part("1/3"), part("2/3"), part("3/3"));

    CompatResult merged = CompatRun.merge(options(), host(), parts);

    assertThat(merged.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(merged.report().scope().complete()).isTrue();
    assertThat(merged.report().corpusHash()).isEqualTo(whole.report().corpusHash());
    assertThat(looks(merged)).isEqualTo(looks(whole));
  }

  @Test
  void whatNoPartHasIsMissingAndToldSo() throws Exception {
    CompatResult merged = CompatRun.merge(options(), host(), List.of(part("1/3"), part("3/3")));

    assertThat(merged.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(merged.report().scope().missing()).isEqualTo(2 * SlowRun.CASES / 3);
    assertThat(merged.summary().getFirst())
        .endsWith("Incomplete: %d results missing.".formatted(2 * SlowRun.CASES / 3));
    assertThat(Files.readString(folder.resolve("out").resolve("results.jsonl")))
        .contains("{\"complete\":false");
  }

  @Test
  void aRunThatDidNotEndIsNoWholeRun() throws Exception {
    Path part = part("1/1");
    Path results = part.resolve("results.jsonl");
    List<String> lines = Files.readAllLines(results);
    String begun = lines.subList(0, 100).stream().collect(Collectors.joining("\n"));
    Files.writeString(results, begun + "\n" + lines.get(100).substring(0, 60));

    CompatResult merged = CompatRun.merge(options(), host(), List.of(part));

    assertThat(merged.report().scope().missing()).isEqualTo(2 * SlowRun.CASES - 99);
  }

  @Test
  void whatThePartsMadeSmallIsSmallInTheWhole() throws Exception {
    CompatOptions made =
        options().selecting(every -> every.withCases(List.of("random/*"))).withRandom(250, 3);
    List<Path> parts = new ArrayList<>();
    for (String text : List.of("1/2", "2/2")) {
      Path output = folder.resolve("part-" + text.charAt(0));
      SearchOptions search = SearchOptions.DEFAULT.withShard(Optional.of(Shard.parse(text)));
      CompatRun.run(made.withSearch(search).withOutput(output), wrong());
      parts.add(output);
    }

    CompatResult merged = CompatRun.merge(made, wrong(), parts);

    assertThat(Signatures.of(merged.report())).containsExactly("DIFF/int/value/out");
    List<String> small =
        merged
            .report()
            .outcomes()
            .map(CaseOutcome::tried)
            .filter(each -> each.title().contains("made smaller"))
            .map(each -> each.steps().toString())
            .distinct()
            .toList();
    assertThat(small).containsExactly("[In[values=[1000], key=null]]");
    assertThat(FoundFiles.freeze(folder.resolve("out"), folder.resolve("cases"))).isNotEmpty();
  }

  private static FakeHost wrong() {
    return Mutant.ofNode(
            "large ints lost",
            FakeContracts.PASS_THROUGH,
            Mapping.of(
                (_, item) -> item instanceof Long number && number >= 1000 ? (Object) 5L : item),
            "")
        .host();
  }

  @Test
  void otherCasesAreRefused() throws Exception {
    Path one = part("1/2");
    Path other = folder.resolve("other");
    CompatRun.run(
        options().selecting(every -> every.withCases(List.of("c-1*"))).withOutput(other), host());

    assertThat(refused(List.of(one, other))).contains("are no parts of one run: the cases differ");
    assertThat(
            assertThrows(
                    CompatUsageException.class,
                    () ->
                        CompatRun.merge(
                            options().selecting(every -> every.withCases(List.of("c-1*"))),
                            host(),
                            List.of(one)))
                .getMessage())
        .contains("has the results of other cases than there are here");
  }

  @Test
  void anotherBuildIsRefused() throws Exception {
    Path one = part("1/2");
    Path two = part("2/2");
    Path results = two.resolve("results.jsonl");
    String text = Files.readString(results);
    Files.writeString(results, text.replaceFirst("\"tool\":\"....", "\"tool\":\"0000"));
    assertThat(refused(List.of(one, two))).contains("the tool differ");
    Files.writeString(
        results, text.replaceFirst("\"fingerprint\":\"....", "\"fingerprint\":\"0000"));
    assertThat(refused(List.of(one, two))).contains("the backend ");
  }

  @Test
  void theSameResultTwiceIsRefused() throws Exception {
    Path one = part("1/2");

    assertThat(refused(List.of(one, part("1/1")))).contains("is in both");
    assertThat(refused(List.of(folder.resolve("nothing")))).contains("no results of graft matrix");
  }

  @Test
  void aPartIsOneOfSeveral() throws Exception {
    for (String text : List.of("0/3", "4/3", "1", "1/0", "a/b", "-1/2")) {
      assertThrows(CompatUsageException.class, () -> Shard.parse(text));
    }
    assertThat(Shard.parse("2/3")).isEqualTo(new Shard(2, 3));
  }

  private String refused(List<Path> parts) {
    return String.valueOf(
        assertThrows(CompatUsageException.class, () -> CompatRun.merge(options(), host(), parts))
            .getMessage());
  }

  private Path part(String text) throws Exception {
    Path output = folder.resolve("part-" + text.replace('/', '-'));
    SearchOptions search = SearchOptions.DEFAULT.withShard(Optional.of(Shard.parse(text)));
    CompatRun.run(options().withSearch(search).withOutput(output), host());
    return output;
  }

  private static List<String> looks(CompatResult result) {
    return result
        .report()
        .outcomes()
        .map(
            (CaseOutcome outcome) ->
                outcome.tried().key()
                    + " "
                    + outcome.partition()
                    + " "
                    + outcome.results().values().stream()
                        .map(each -> each.verdict().observed() + " " + each.trace().events())
                        .toList())
        .toList();
  }

  private CompatOptions options() throws Exception {
    return SlowRun.options(folder).withSearch(SearchOptions.DEFAULT);
  }

  private static FakeHost host() {
    return SlowRun.host(0, new AtomicInteger());
  }
}
