package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.render.DescriptorTree;
import dev.graft.render.JsonSchemaRenderer;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the SDK's nodes promise, in both languages and in the files made from it. */
final class NodeContractsTest {
  private final Catalogue catalogue = Catalogue.load(getClass().getClassLoader());

  @Test
  void twinsPromiseTheSame() {
    for (CatalogueEntry entry : twins()) {
      String id = entry.id();
      String java = text(entry, true);
      assertWithMessage("%s", id).that(java).isEqualTo(text(entry, false));
      assertThat(entry.areTwins()).isTrue();
    }
  }

  @Test
  void everySchemaTakesDefaultsAndRefusesUnknownNames() {
    for (CatalogueEntry entry : catalogue.entries()) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(JsonSchemaRenderer.render(entry.contract()), InputFormat.JSON);

      boolean required = entry.contract().params().stream().anyMatch(ParamDescriptor::required);
      assertWithMessage("%s", entry.id())
          .that(schema.validate("{}", InputFormat.JSON).isEmpty())
          .isEqualTo(!required);
      assertWithMessage("%s", entry.id())
          .that(schema.validate("{\"no_such\": 1}", InputFormat.JSON))
          .isNotEmpty();
    }
  }

  @Test
  void everySchemaIsOne() {
    Schema draft =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (CatalogueEntry entry : catalogue.entries()) {
      String schema = JsonSchemaRenderer.render(entry.contract());
      assertWithMessage("%s", entry.id()).that(draft.validate(schema, InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void theSchemaMadeWhenTheNodeWasCompiledIsTheSame() throws IOException {
    for (CatalogueEntry entry : twins()) {
      String id = entry.id();
      try (InputStream in =
          getClass().getResourceAsStream("/META-INF/graft/nodes/" + id + ".schema.json")) {
        String made = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made).isEqualTo(JsonSchemaRenderer.render(entry.contract()));
      }
    }
  }

  private List<CatalogueEntry> twins() {
    List<CatalogueEntry> twins =
        catalogue.entries().stream()
            .filter(entry -> entry.java().isPresent() && entry.python().isPresent())
            .toList();
    assertThat(twins.size()).isAtLeast(25);
    return twins;
  }

  @Test
  void everyTwinHasAnExampleAndEveryNodeACategory() {
    twins().forEach(twin -> assertWithMessage(twin.id()).that(twin.examples()).isNotEmpty());
    for (CatalogueEntry entry : catalogue.entries()) {
      assertWithMessage(entry.id()).that(entry.category()).isNotEmpty();
    }
  }

  private static String text(CatalogueEntry entry, boolean java) {
    return JsonWriter.write(
        DescriptorTree.of(
            java
                ? entry.java().orElseThrow().descriptor().contract()
                : entry.python().orElseThrow().descriptor().contract()));
  }
}
