package dev.graft.cli.docs;

import static com.google.common.truth.Truth.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.graft.cli.project.PublishedSchema;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Manifests, project files, cases and limitations that are shown, whole or in part, fit their
 * schemas.
 */
final class JsonSnippetsTest {
  @TestFactory
  Stream<DynamicTest> everySnippetFitsItsSchema() throws IOException {
    List<Page> pages = Page.all();
    List<DynamicTest> tests =
        Stream.of("json", "yaml")
            .flatMap(
                language ->
                    pages.stream()
                        .flatMap(page -> page.snippets(language).stream())
                        .map(
                            snippet ->
                                DynamicTest.dynamicTest(
                                    snippet.place(),
                                    () ->
                                        assertThat(problems(snippet.text(), language)).isEmpty())))
            .toList();
    assertThat(tests.size()).isAtLeast(10);
    return tests.stream();
  }

  @Test
  void whatDoesNotFitIsFound() throws IOException {
    assertThat(problems("{\"id\": \"a\", \"type\": \"b\", \"deadline\": 3}", "json")).isNotEmpty();
    assertThat(problems("{\"limitations\": [{\"id\": \"a\"}]}", "json")).isNotEmpty();
    assertThat(problems("{\"node\": \"a\", \"cases\": [{}]}", "json")).isNotEmpty();
  }

  private static List<String> problems(String text, String language) throws IOException {
    InputFormat format = language.equals("yaml") ? InputFormat.YAML : InputFormat.JSON;
    if (text.contains("\"limitations\"")) {
      return problems(PublishedSchema.LIMITATIONS, text, format);
    } else if (text.contains("\"corpus\"")) {
      return problems(PublishedSchema.PROJECT, text, format);
    } else if (text.contains("\"cases\"")) {
      return problems(PublishedSchema.CASE, text, format);
    }
    return problems(
        PublishedSchema.MANIFEST, format == InputFormat.JSON ? whole(text) : text, format);
  }

  /** The manifest that a part of one is shown of. */
  private static String whole(String part) {
    if (part.startsWith("{\"id\"")) {
      return "{\"version\": \"1\", \"name\": \"shown\", \"nodes\": [" + part + "]}";
    } else if (!part.startsWith("{")) {
      return "{\"version\": \"1\", \"name\": \"shown\", \"nodes\": [{\"id\": \"a\", \"type\": \"b\"}],"
          + part
          + "}";
    } else if (!part.contains("\"version\"")) {
      return part.replaceFirst("\\{", "{\"version\": \"1\", \"name\": \"shown\",");
    }
    return part;
  }

  private static List<String> problems(PublishedSchema schema, String text, InputFormat format)
      throws IOException {
    Schema read =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema.text());
    return read.validate(text, format).stream().map(Object::toString).toList();
  }
}
