package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CorpusFiles;
import dev.graft.compat.corpus.Expectation;
import dev.graft.compat.corpus.Expected;
import dev.graft.compat.corpus.Step;
import dev.graft.node.ErrorKind;
import dev.graft.runtime.failure.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes through a pipeline becomes cases that the matrix plays. */
@Timeout(300)
final class RecordCommandTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "folklore");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  @TempDir Path folder = Path.of("");

  @Test
  void realItemsBecomeCasesThatTheMatrixPlays() throws Exception {
    CommandLineRun run =
        CommandLineRun.of(
            "record",
            EXAMPLE.resolve("pipeline.json").toString(),
            "--node",
            "measure",
            "-i",
            EXAMPLE.resolve("folklore.txt").toString(),
            "--limit",
            "3",
            "--steps",
            "1",
            "--to",
            cases().toString());

    assertThat(run.err()).contains("folklore: 3 items came to node \"measure\"; 3 cases unlike");
    assertThat(run.err()).contains("next: graft matrix --node word-stats --nodes");
    assertThat(run.out().lines().filter(line -> line.startsWith("wrote "))).hasSize(3);
    assertThat(run.code()).isEqualTo(Exit.OK);
    Case first = all().stream().filter(each -> each.title().endsWith("item 0")).findFirst().get();
    Step.In taken = (Step.In) first.steps().getFirst();
    String paragraph = String.valueOf(taken.values().getFirst());
    assertThat(paragraph.lines()).hasSize(1); // the node before has joined the lines
    assertThat(outputs(first).getFirst())
        .isEqualTo(
            Map.of(
                "words", (long) words(paragraph).size(),
                "longest", longest(paragraph),
                "begins", begins(paragraph)));

    CommandLineRun matrix =
        CommandLineRun.of(
            "matrix",
            "--nodes",
            EXAMPLE.resolve("nodes/text.py").toString(),
            "--node",
            "word-stats",
            "--case",
            "recorded-*",
            "--random",
            "0",
            "--corpus",
            cases().toString(),
            "-o",
            folder.resolve("reports").toString());
    assertThat(matrix.out()).contains("3 cases");
    assertThat(matrix.code()).isEqualTo(0);
  }

  @Test
  void aNodeThatRemembersIsGivenItemsInARow() throws Exception {
    write("in.jsonl", "1\n2\n3\n4\n1\n2\n5\n");
    CommandLineRun run =
        record(
            pipeline("{'id':'n','type':'counter','params':{'initial_count':7}}"), "--steps", "2");

    assertThat(run.err()).contains("7 items came to node \"n\"; 3 cases unlike the others");
    List<List<Object>> given =
        all().stream()
            .map(each -> each.steps().stream().flatMap(RecordCommandTest::items).toList())
            .toList();
    // The same two items again are no new case; the last item stands alone.
    assertThat(given).containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L));
    assertThat(all().getFirst().params()).containsEntry("initial_count", 7L);
  }

  @Test
  void whatANodeRefusesIsPartOfTheCase() throws Exception {
    write("in.jsonl", "1\n2\n3\n");
    CommandLineRun run = record(own("picky", PICKY));

    assertThat(run.out()).contains("(3 items in, 2 outputs, INVALID)");
    Case only = all().getFirst();
    assertThat(expected(only))
        .contains(
            new Expected.Failed(
                OptionalInt.of(1),
                Phase.STEP,
                ErrorKind.INVALID,
                OptionalLong.of(1),
                Optional.empty()));
    assertThat(outputs(only)).containsExactly(1L, 3L).inOrder();
  }

  @Test
  void whatIsThereIsNotOverwrittenUnasked() throws Exception {
    write("in.jsonl", "1\n2\n3\n");
    assertThat(record(own("picky", PICKY)).code()).isEqualTo(Exit.OK);
    String before = Files.readString(file());
    CommandLineRun again = record(own("picky", PICKY));
    assertThat(again.out()).contains("there already: ");
    assertThat(again.code()).isEqualTo(Exit.OK);

    Path changed = own("picky", PICKY.replace("return item", "return item + 1"));
    CommandLineRun other = record(changed);
    assertThat(other.err()).contains(file() + " says that something else comes out.");
    assertThat(other.code()).isEqualTo(Exit.FAILED);
    assertThat(Files.readString(file())).isEqualTo(before);

    CommandLineRun asked = record(changed, "--overwrite");
    assertThat(asked.out()).contains("replaced " + file());
    assertThat(outputs(all().getFirst())).containsExactly(2L, 4L).inOrder();
  }

  @Test
  void whatNobodyCanRepeatIsNotFrozen() throws Exception {
    write("in.jsonl", "1\n");
    CommandLineRun run =
        record(
            own(
                "dice",
                """
                import random

                class DiceNode:
                    def process(self, item):
                        return random.random()
                """));

    assertThat(run.err()).contains("1 case not frozen: a second instance did not repeat it");
    assertThat(run.err()).contains("graft.now(self)");
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(Files.exists(cases())).isFalse();
  }

  @Test
  void nothingAfterTheNodeIsRun() throws Exception {
    write("in.jsonl", "1\n");
    Path manifest =
        pipeline(
            "{'id':'n','type':'pass-through'},"
                + "{'id':'bad','type':'calculator','params':{'operation':'divide'}}");

    assertThat(record(manifest).code()).isEqualTo(Exit.OK);
  }

  @Test
  @Timeout(120)
  void nothingIsReadAfterTheLastCase() throws Exception {
    write("in.jsonl", "{\"start\": 0, \"end\": 1000000000000}\n");
    Path manifest =
        pipeline("{'id':'r','type':'range-generator'},{'id':'n','type':'pass-through'}");
    CommandLineRun run = record(manifest, "--limit", "2");

    assertThat(run.err()).contains("2 items came to node \"n\"; 2 cases");
    assertThat(run.err()).contains("--limit 2 was reached");
    assertThat(run.code()).isEqualTo(Exit.OK);
  }

  @Test
  void whatCameBeforeAFailureIsKept() throws Exception {
    write("in.jsonl", "4\n2\n0\n1\n");
    Path manifest =
        pipeline(
            "{'id':'half','type':'calculator','params':{'operation':'divide','operand':0}},"
                + "{'id':'n','type':'pass-through'}");
    CommandLineRun none = record(manifest);
    assertThat(none.err()).contains("nothing was frozen: no item came to node \"n\"");
    assertThat(none.err()).contains("node \"half\", step, item 0");
    assertThat(none.code()).isEqualTo(Exit.FAILED);

    write("in.jsonl", "4\n2\noops\n");
    CommandLineRun some = record(pipeline("{'id':'n','type':'pass-through'}"));
    assertThat(some.out().lines().filter(line -> line.startsWith("wrote "))).hasSize(2);
    assertThat(some.err()).contains("in.jsonl:3:");
    assertThat(some.code()).isEqualTo(Exit.FAILED);
  }

  @Test
  void mistakesAreToldBeforeAnythingRuns() throws Exception {
    write("in.jsonl", "1\n");
    Path manifest = pipeline("{'id':'count','type':'counter'}");
    CommandLineRun wrong = CommandLineRun.of("record", manifest.toString(), "--node", "cuont");
    assertThat(wrong.err()).contains("has no node \"cuont\". Did you mean \"count\"?");
    assertThat(wrong.code()).isEqualTo(Exit.REFUSED);

    Path older =
        write("old.json", "{\"version\":\"v1\",\"nodes\":[{\"id\":\"n\",\"node_type\":\"X\"}]}");
    CommandLineRun old = CommandLineRun.of("record", older.toString(), "--node", "n");
    assertThat(old.err()).contains("docs/migrating.md");
    assertThat(old.code()).isEqualTo(Exit.REFUSED);

    CommandLineRun many =
        CommandLineRun.of("record", manifest.toString(), "--node", "count", "--limit", "0");
    assertThat(many.err()).contains("--limit: 0 is not from 1 to 1000.");
  }

  private static final String PICKY =
      """
      class PickyNode:
          def __init__(self):
              self.seen = 0

          def process(self, item):
              self.seen += 1
              if item == 2:
                  raise ValueError("two is refused")
              return item
      """;

  private CommandLineRun record(Path manifest, String... more) {
    String[] args = {
      "record",
      manifest.toString(),
      "--node",
      "n",
      "-i",
      folder.resolve("in.jsonl").toString(),
      "--to",
      cases().toString()
    };
    return CommandLineRun.of(Stream.of(args, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private Path cases() {
    return folder.resolve("cases");
  }

  private List<Case> all() throws Exception {
    return CorpusFiles.directory(cases()).cases();
  }

  private Path file() throws IOException {
    try (var tree = Files.walk(cases())) {
      return tree.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  private Path own(String type, String source) throws IOException {
    write("own.py", source);
    return write(
        "m.json",
        "{'version':'1','name':'x','python':{'nodes':['own.py']},'nodes':[{'id':'n','type':'%s'}]}"
            .formatted(type)
            .replace('\'', '"'));
  }

  private Path pipeline(String nodes) throws IOException {
    return write(
        "m.json", "{'version':'1','name':'x','nodes':[%s]}".formatted(nodes).replace('\'', '"'));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Stream<Object> items(Step step) {
    return step instanceof Step.In in
        ? in.values().stream().map(Object.class::cast)
        : Stream.empty();
  }

  private static List<Expected> expected(Case each) {
    return ((Expectation.Exactly) each.expect().orElseThrow()).events();
  }

  private static List<Object> outputs(Case each) {
    return expected(each).stream()
        .filter(Expected.Out.class::isInstance)
        .map(event -> Objects.requireNonNull(((Expected.Out) event).value()))
        .toList();
  }

  private static String longest(String text) {
    String longest = "";
    for (String word : words(text)) {
      longest = word.length() > longest.length() ? word : longest;
    }
    return longest;
  }

  private static String begins(String text) {
    List<String> words = words(text);
    return String.join(" ", words.subList(0, Math.min(8, words.size())));
  }

  private static List<String> words(String text) {
    return SPACES.splitAsStream(text).toList();
  }
}
