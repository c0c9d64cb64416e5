package dev.graft.compat.corpus;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.graft.runtime.permission.Permission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CorpusTest {
  private static final Path CASES = Path.of("src", "main", "resources", "cases");

  @Test
  void theIndexListsEveryFile() throws Exception {
    try (Stream<Path> files = Files.walk(CASES)) {
      List<String> names =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .map(file -> CASES.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      List<String> index =
          Files.readAllLines(CASES.resolve("index.txt")).stream().sorted().toList();
      assertThat(index).isEqualTo(names);
    }
  }

  @Test
  void everyFileFollowsThePublishedSchema() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(
                    Path.of("src", "main", "resources", "schemas", "case-1.schema.json")));
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        List<Error> errors = schema.validate(Files.readString(file), InputFormat.JSON);
        assertWithMessage("%s", file).that(errors).isEmpty();
      }
    }
  }

  @Test
  void thereAreEnoughCasesAndNearlyAllStateWhatMustHappen() throws Exception {
    Corpus corpus = CorpusFiles.builtIn();
    assertThat(corpus.cases().size()).isAtLeast(150);
    long judgedByCPython = corpus.cases().stream().filter(each -> each.expect().isEmpty()).count();
    assertThat(judgedByCPython).isAtMost(corpus.cases().size() / 20);
    assertThat(corpus.hash()).hasLength(64);
  }

  @Test
  void aTitleMayBeMendedWithoutMakingAnotherCase() throws Exception {
    assertThat(one("\"title\": \"a\"").hash()).isEqualTo(one("\"title\": \"b\"").hash());
    assertThat(one("\"title\": \"a\"").hash())
        .isNotEqualTo(one("\"title\": \"a\", \"params\": {\"x\": 1}").hash());
  }

  @Test
  void aCaseGrantsWhatItNames() throws Exception {
    Case granted = one("\"title\": \"a\", \"permissions\": [\"exec\", \"env:A\"]");
    assertThat(granted.permissions())
        .containsExactly(new Permission.Exec(), new Permission.Variable("A"))
        .inOrder();
    assertThat(granted.hash()).isNotEqualTo(one("\"title\": \"a\"").hash());
    CaseFormatException e =
        assertThrows(
            CaseFormatException.class, () -> one("\"title\": \"a\", \"permissions\": [\"exce\"]"));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "x.json:1: case c, permissions: \"exce\" is no permission. Did you mean \"exec\"?");
  }

  @Test
  void aKeyThatNobodyReadsIsRefusedWithItsLine() {
    assertThat(refused("\"title\": \"a\",\n\"exepct\": []"))
        .isEqualTo("x.json:2: case c: \"exepct\" is no key of a case. Did you mean \"expect\"?");
    assertThat(refused("\"title\": \"a\",\n\"steps\": [{\"in\": 1},\n{\"end\": true, \"kay\": 1}]"))
        .isEqualTo(
            "x.json:3: case c, steps[1]: \"kay\" is no key of a step. Did you mean \"key\"?");
    assertThat(refused("\n\"expect\": []")).isEqualTo("x.json:1: case c: \"title\" is missing.");
  }

  @Test
  void aValueThatIsNoneIsRefusedWithItsLine() {
    assertThat(refused("\"title\": \"a\",\n\"steps\": [\n{\"in\": {\"$bytes\": 7}}]"))
        .startsWith("x.json:3: case c, steps[0].in: ");
    assertThat(refused("\"title\": 3")).isEqualTo("x.json:1: case c, title: expected a text.");
  }

  @Test
  void whatIsNoJsonIsRefusedWithLineAndColumn() {
    assertThat(refused("\"title\": \"a\",\n\"tags\": [{} {}]"))
        .isEqualTo("x.json:2:13: expected \",\" or \"]\", found \"{\".");
    assertThat(refused("\"title\": \"a\",\n\"title\": \"b\""))
        .isEqualTo("x.json:2:1: cases[0].title stands twice, first at 1:37.");
    assertThat(refused("\n# why\n\"title\": \"b\""))
        .isEqualTo("x.json:2:1: JSON has no comments. Remove it.");
  }

  private static String refused(String rest) {
    return String.valueOf(assertThrows(CaseFormatException.class, () -> one(rest)).getMessage());
  }

  @Test
  void aToleranceNeedsItsReason() {
    assertThrows(
        CaseFormatException.class,
        () -> one("\"title\": \"a\", \"compare\": {\"out\": {\"grade\": \"close\"}}"));
  }

  private static Case one(String rest) throws CaseFormatException {
    return CaseReader.read(
            "{\"node\": \"n\", \"cases\": [{\"id\": \"c\", " + rest + "}]}", "x.json")
        .getFirst();
  }
}
