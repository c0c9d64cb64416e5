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
        .isEqualTo("x.json, case c.permissions: \"exce\" is no permission. Did you mean \"exec\"?");
  }

  @Test
  void whatNobodyReadsIsRefusedWithItsPlace() {
    CaseFormatException e =
        assertThrows(CaseFormatException.class, () -> one("\"title\": \"a\", \"stepps\": []"));
    assertThat(e).hasMessageThat().isEqualTo("x.json, case c: nobody reads \"stepps\".");
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
