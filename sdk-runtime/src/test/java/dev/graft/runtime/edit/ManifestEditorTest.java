package dev.graft.runtime.edit;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendId;
import org.junit.jupiter.api.Test;

/** One node moves; every other byte stays. */
final class ManifestEditorTest {
  private static String json(String text, int index) throws EditException {
    return ManifestEditor.withBackend(text, "m.json", index, BackendId.JAVA);
  }

  private static String yaml(String text, int index) throws EditException {
    return ManifestEditor.withBackend(text, "m.yaml", index, BackendId.JAVA);
  }

  @Test
  void aBackendIsReplaced() throws EditException {
    assertThat(
            json(
                """
                {"name" : "x",  "nodes": [ {"id":"a","type":"add"},
                  {"id":"b", "backend"  :  "cpython" , "type":"add", "params": {"backend": "cpython"}} ] }
                """,
                1))
        .isEqualTo(
            """
            {"name" : "x",  "nodes": [ {"id":"a","type":"add"},
              {"id":"b", "backend"  :  "java" , "type":"add", "params": {"backend": "cpython"}} ] }
            """);
  }

  @Test
  void preferencesMakeWayForIt() throws EditException {
    assertThat(
            json(
                """
                {"nodes": [
                  {"id": "a", "type": "add",
                   "prefer": [
                     "graalpy",
                     "cpython"
                   ], "on_error": "skip"}]}
                """,
                0))
        .isEqualTo(
            """
            {"nodes": [
              {"id": "a", "type": "add",
               "backend": "java", "on_error": "skip"}]}
            """);
  }

  @Test
  void itComesAfterTheTypeAsItsNeighboursStand() throws EditException {
    assertThat(json("{\"nodes\":[{\"id\":\"a\",\"type\":\"add\",\"params\":{}}]}", 0))
        .isEqualTo(
            "{\"nodes\":[{\"id\":\"a\",\"type\":\"add\",\"backend\":\"java\",\"params\":{}}]}");
    assertThat(json("{\"nodes\": [{ \"type\": \"add\", \"id\": \"a\" }]}", 0))
        .isEqualTo("{\"nodes\": [{ \"type\": \"add\", \"backend\": \"java\", \"id\": \"a\" }]}");
    assertThat(
            json(
                """
                {"nodes": [
                    {
                        "id": "a😀",
                        "type": "add"
                    }
                ]}
                """,
                0))
        .isEqualTo(
            """
            {"nodes": [
                {
                    "id": "a😀",
                    "type": "add",
                    "backend": "java"
                }
            ]}
            """);
  }

  @Test
  void linesMayEndAsInWindowsAndFilesBeginWithAMark() throws EditException {
    assertThat(json("\uFEFF{\"nodes\": [{\"id\": \"a\",\r\n  \"type\": \"add\"}]}\r\n", 0))
        .isEqualTo(
            "\uFEFF{\"nodes\": [{\"id\": \"a\",\r\n  \"type\": \"add\",\r\n  \"backend\": \"java\"}]}\r\n");
    assertThat(
            yaml("\uFEFFnodes:\r\n- id: a\r\n  type: add # one\r\n- id: b\r\n  type: add\r\n", 0))
        .isEqualTo(
            "\uFEFFnodes:\r\n- id: a\r\n  type: add # one\r\n  backend: java\r\n- id: b\r\n  type: add\r\n");
  }

  @Test
  void commentsOfYamlStay() throws EditException {
    assertThat(
            yaml(
                """
                # A pipeline, with an 😀 in it.
                version: "1"
                nodes:
                  - id: first   # blanks before this
                    type: add
                    params: {operand: 1}   # and that

                  # About the second one.
                  - id: second
                    type: 'add'   # why it is there
                    # what it is told
                    params:
                      operand: 2
                """,
                1))
        .isEqualTo(
            """
            # A pipeline, with an 😀 in it.
            version: "1"
            nodes:
              - id: first   # blanks before this
                type: add
                params: {operand: 1}   # and that

              # About the second one.
              - id: second
                type: 'add'   # why it is there
                backend: 'java'
                # what it is told
                params:
                  operand: 2
            """);
  }

  @Test
  void yamlHasListsInTwoForms() throws EditException {
    assertThat(
            yaml(
                """
                nodes:
                - type: add
                  prefer:
                    - graalpy
                    - cpython   # the last
                  # the next
                  id: a
                - {id: b, type: add, prefer: [graalpy, cpython]}
                """,
                0))
        .isEqualTo(
            """
            nodes:
            - type: add
              backend: java   # the last
              # the next
              id: a
            - {id: b, type: add, prefer: [graalpy, cpython]}
            """);
    assertThat(yaml("nodes:\n- {id: b, type: add, prefer: [graalpy, cpython]}\n", 0))
        .isEqualTo("nodes:\n- {id: b, type: add, backend: java}\n");
    assertThat(yaml("nodes: [{\"id\": b, \"type\": add}]", 0))
        .isEqualTo("nodes: [{\"id\": b, \"type\": add, \"backend\": java}]");
    assertThat(yaml("nodes:\n- id: a\n  type: add", 0))
        .isEqualTo("nodes:\n- id: a\n  type: add\n  backend: java");
  }

  @Test
  void whatWouldChangeMoreIsRefused() {
    EditException comments =
        assertThrows(
            EditException.class,
            () ->
                yaml(
                    """
                    nodes:
                    - id: a
                      type: add
                      prefer:
                        - graalpy   # fast
                        - cpython
                    """,
                    0));
    assertThat(comments).hasMessageThat().contains("comments inside of \"prefer\"");

    String alias = "defaults: &d [cpython]\nnodes:\n- &n {id: a, type: add}\n- *n\n";
    assertThat(assertThrows(EditException.class, () -> yaml(alias, 0)))
        .hasMessageThat()
        .contains("more than this node");
    assertThat(assertThrows(EditException.class, () -> yaml(alias, 1)))
        .hasMessageThat()
        .contains("alias");
    String anchor =
        "nodes:\n- {id: a, type: add, prefer: &p [cpython]}\n- {id: b, type: add, prefer: *p}\n";
    assertThrows(EditException.class, () -> yaml(anchor, 0));
  }
}
