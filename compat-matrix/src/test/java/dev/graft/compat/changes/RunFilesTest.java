package dev.graft.compat.changes;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.speed.Interval;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines, histories and reports as files. */
final class RunFilesTest {
  @TempDir Path folder = Path.of("unset");

  @Test
  void aBaselineIsSortedAndWithoutTimesAndReadAsItWasWritten() throws Exception {
    RecordedRun run =
        new RecordedRun(
            "this run",
            1,
            true,
            true,
            "c",
            Map.of(BackendId.JAVA, "Java 25"),
            List.of(
                new Recorded("n/b", "2", BackendId.JAVA, "DIFF", "DIFF/x", OptionalLong.of(5)),
                new Recorded("n/a", "1", BackendId.JAVA, "PASS", "", OptionalLong.of(5))));
    Path file = write("baseline.jsonl", Baseline.write(run));

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"baseline":1,"comparator":1,"backends":{"java":"Java 25"}}
            {"case":"n/a","hash":"1","backend":"java","verdict":"PASS"}
            {"case":"n/b","hash":"2","backend":"java","verdict":"DIFF","signature":"DIFF/x"}
            """);
    assertThat(RunDiff.of(RunReader.read(file), run).all()).isEmpty();
    assertThat(RunReader.read(file).results()).hasSize(2);
  }

  @Test
  void whatIsNoRunIsRefusedInOneSentence() throws Exception {
    assertThat(refused(folder))
        .endsWith(
            "report.json: there is no such file. "
                + "`graft matrix` writes reports and baselines.");
    assertThat(refused(write("a.json", "{}"))).contains("\"schema\" must be \"compat-report-1\"");
    assertThat(refused(write("b.json", "{"))).contains("it is no JSON");
    assertThat(refused(write("c.jsonl", ""))).contains("must hold \"baseline\": 1");
    assertThat(refused(write("d.jsonl", "{\"baseline\":1}\n{\"case\":\"n/a\"}\n")))
        .contains("line 2: \"hash\" is missing");
    assertThat(
            refused(
                write(
                    "e.jsonl",
                    "{\"baseline\":1}\n"
                        + "{\"case\":\"n/a\",\"hash\":\"1\",\"backend\":\"ruby\",\"verdict\":\"PASS\"}")))
        .contains("line 2: there is no backend \"ruby\"");
  }

  @Test
  void aHistoryKeepsTheLastRunsOfEachNodeAndNoneTwice() throws Exception {
    List<PastRun> many = IntStream.range(0, 40).mapToObj(i -> past("a", i)).toList();
    History history = new History(List.of()).with(many).with(List.of(past("b", 3), past("a", 39)));
    write(History.FILE, history.write());
    History read = History.read(folder);

    assertThat(read).isEqualTo(history);
    assertThat(read.of("a")).hasSize(30);
    assertThat(read.of("a").getFirst().started()).isEqualTo(Instant.ofEpochSecond(10));
    assertThat(read.of("b")).hasSize(1);
  }

  @Test
  void aBrokenHistorySaysHowToMendIt() throws Exception {
    write(History.FILE, "{\"started\":\"yesterday\"}\n");

    ChangesException e = assertThrows(ChangesException.class, () -> History.read(folder));
    assertThat(e)
        .hasMessageThat()
        .endsWith("line 1: it is no line of a history. Delete the file to begin a new one.");
  }

  private static PastRun past(String node, int second) {
    return new PastRun(
        Instant.ofEpochSecond(second),
        node,
        Map.of(BackendId.JAVA, "exact"),
        5,
        0,
        1,
        Map.of(BackendId.JAVA, new Interval(3.5, 3.25, 4.0)));
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String refused(Path place) {
    return String.valueOf(
        assertThrows(ChangesException.class, () -> RunReader.read(place)).getMessage());
  }
}
