package dev.graft.runtime.manifest;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.backend.Streaming;
import dev.graft.runtime.permission.Permission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ManifestReaderTest {
  private static final Path HERE = Path.of("here");

  @Test
  void readsEverything() throws ManifestException {
    Manifest manifest =
        ManifestReader.read(
            """
            {"version": "1", "name": "sample",
             "nodes": [
               {"id": "a", "type": "counter", "params": {"initial_count": 5}},
               {"id": "b", "type": "filter", "backend": "graalpy", "on_error": "skip",
                "deadline_ms": 200, "isolated": true, "streaming": "whole"},
               {"id": "c", "type": "own", "prefer": ["graalpy", "cpython"], "permissions": ["native"],
                "limits": {"memory_mb": 512, "cpu_s": 60, "open_files": 64}, "environment": "ml",
                "on_error": {"dead_letter": "bad.jsonl"}}],
             "connections": [{"from": "a", "to": "b"}, {"from": "b.out", "to": "c.in"}],
             "python": {"nodes": ["own.py", {"file": "old", "as": "pkg.nodes"}, {"payload": "n.pkl", "type": "tally"}],
                        "aliases": {"pkg": "graft.compat"}, "interpreter": "venv/bin/python",
                        "environments": {"ml": {"venv": "envs/ml"}, "own": {"interpreter": "/opt/python3"}}},
             "on_error": "fail"}
            """,
            "m.json",
            HERE);

    assertThat(manifest.nodes().get(0).params()).containsExactly("initial_count", 5L);
    assertThat(manifest.nodes().get(1).backend()).hasValue(BackendId.GRAALPY);
    assertThat(manifest.nodes().get(1).onError()).hasValue(new ErrorPolicy.Skip());
    assertThat(manifest.nodes().get(1).deadline()).hasValue(Duration.ofMillis(200));
    assertThat(manifest.nodes().get(1).isolated()).hasValue(true);
    assertThat(manifest.nodes().get(1).streaming()).hasValue(Streaming.WHOLE);
    assertThat(manifest.nodes().get(2).streaming()).isEmpty();
    assertThat(manifest.nodes().get(2).deadline()).isEmpty();
    assertThat(manifest.nodes().get(2).isolated()).isEmpty();
    assertThat(manifest.nodes().get(1).limits()).isEqualTo(ResourceLimits.NONE);
    assertThat(manifest.nodes().get(2).limits())
        .isEqualTo(
            new ResourceLimits(OptionalLong.of(512), OptionalLong.of(60), OptionalLong.of(64)));
    assertThat(manifest.nodes().get(2).permissions()).containsExactly(new Permission.Native());
    assertThat(manifest.nodes().get(2).onError())
        .hasValue(new ErrorPolicy.DeadLetter(HERE.resolve("bad.jsonl")));
    assertThat(manifest.connections().get(1).to()).isEqualTo(new Manifest.PortRef("c", "in"));
    assertThat(manifest.python().files().get(1).parentPackage()).hasValue("pkg.nodes");
    assertThat(manifest.python().interpreter()).hasValue(HERE.resolve("venv/bin/python"));
    assertThat(manifest.python().files()).hasSize(2);
    assertThat(manifest.python().payloads())
        .containsExactly(
            new PythonSpec.PayloadFile(
                HERE.resolve("n.pkl"), "tally", Place.of("python.nodes[2]")));
    assertThat(manifest.nodes().get(1).environment()).isEmpty();
    assertThat(manifest.nodes().get(2).environment()).hasValue("ml");
    assertThat(manifest.python().environments())
        .containsExactly(
            new EnvironmentSpec.Venv("ml", HERE.resolve("envs/ml")),
            new EnvironmentSpec.Interpreter("own", Path.of("/opt/python3")))
        .inOrder();
  }

  @Test
  void reportsEveryMistake() {
    ManifestException e =
        refused(
            """
            {"version": "2", "nmae": "x", "on_error": "retry",
             "nodes": [
               {"id": "a", "type": "counter", "backend": "grallpy", "params": 3},
               {"id": "a", "type": ""},
               {"id": "c", "type": "t", "parallelism": 0, "fan_in": "zpi",
                "permissions": ["netwrok", "read:", "env", "network:x", "host:Instant", 3],
                "deadline_ms": 0, "isolated": "yes", "streaming": "items"},
               "d"],
             "connections": [{"from": "a", "to": "z"}]}
            """);

    assertThat(e.messages())
        .containsExactly(
            "m.json:1:1: name: is required, give a text that is not empty.",
            "m.json:1:13: version: must be \"1\", got \"2\".",
            "m.json:1:18: nmae: there is no such key. Did you mean \"name\"?",
            "m.json:1:43: on_error: must be \"fail\", \"skip\" or {\"dead_letter\": \"FILE.jsonl\"}.",
            "m.json:3:46: nodes[0].backend: must be \"java\", \"graalpy\" or \"cpython\", got \"grallpy\". Did you mean \"graalpy\"?",
            "m.json:3:67: nodes[0].params: must be an object, got int 3.",
            "m.json:4:11: nodes[1].id: \"a\" is taken. Give each node its own id.",
            "m.json:4:24: nodes[1].type: must be a text that is not empty, got str \"\".",
            "m.json:5:44: nodes[2].parallelism: must be a whole number from 1 to 256, got int 0.",
            "m.json:5:57: nodes[2].fan_in: must be \"arrival\" or \"zip\", got \"zpi\". Did you mean \"zip\"?",
            "m.json:6:21: nodes[2].permissions[0]: \"netwrok\" is no permission. Did you mean \"network\"?",
            "m.json:6:32: nodes[2].permissions[1]: \"read:\" lacks the path. Write it as in \"read:data\" or \"write:/var/out\".",
            "m.json:6:41: nodes[2].permissions[2]: \"env\" must name one variable, as in \"env:HOME\", or all of them: \"env:*\".",
            "m.json:6:48: nodes[2].permissions[3]: \"network:x\" takes nothing after it. Write \"network\".",
            "m.json:6:61: nodes[2].permissions[4]: \"host:Instant\" must name one class in full, as in \"host:java.time.Instant\".",
            "m.json:6:77: nodes[2].permissions[5]: must be a text, got int 3.",
            "m.json:7:20: nodes[2].deadline_ms: must be a whole number of milliseconds from 1 to 2147483647, got int 0.",
            "m.json:7:35: nodes[2].isolated: must be true or false, got str \"yes\".",
            "m.json:7:55: nodes[2].streaming: must be \"item\" or \"whole\", got \"items\". Did you mean \"item\"?",
            "m.json:8:4: nodes[3]: must be an object, got str \"d\".",
            "m.json:9:38: connections[0].to: there is no node \"z\". Known are: a, c.")
        .inOrder();
  }

  @Test
  void reportsLimitsThatMakeNoSense() {
    ManifestException e =
        refused(
            """
            {"version": "1", "name": "x", "nodes": [
               {"id": "a", "type": "t", "limits": {"memory_m": 5, "memory_mb": 63, "cpu_s": 1.5}},
               {"id": "b", "type": "t", "limits": {"open_file": 5, "open_files": 4294967296}},
               {"id": "c", "type": "t", "limits": 512}]}
            """);

    assertThat(e.messages())
        .containsExactly(
            "m.json:2:40: nodes[0].limits.memory_m: there is no such key. Did you mean \"memory_mb\"?",
            "m.json:2:68: nodes[0].limits.memory_mb: must be a whole number from 64 to 2147483647, got int 63.",
            "m.json:2:81: nodes[0].limits.cpu_s: must be a whole number from 1 to 2147483647, got float 1.5.",
            "m.json:3:40: nodes[1].limits.open_file: there is no such key. Did you mean \"open_files\"?",
            "m.json:3:70: nodes[1].limits.open_files: must be a whole number from 16 to 2147483647, got int 4294967296.",
            "m.json:4:39: nodes[2].limits: must be an object, got int 512.")
        .inOrder();
  }

  @Test
  void reportsEnvironmentsThatMakeNoSense() {
    ManifestException e =
        refused(
            """
            {"version": "1", "name": "x",
             "nodes": [
               {"id": "a", "type": "t", "environment": "mll"},
               {"id": "b", "type": "t", "environment": 3}],
             "python": {"environments": {
               "ml": {"venv": "v"}, "both": {"venv": "v", "interpreter": "p"}, "none": {},
               "text": "v", "a b": {"venv": "v"}, "more": {"venv": "v", "packages": []},
               "empty": {"venv": " "}}}}
            """);

    assertThat(e.messages())
        .containsExactly(
            "m.json:3:44: nodes[0].environment: there is no environment \"mll\" in python.environments. Did you mean \"ml\"?",
            "m.json:4:44: nodes[1].environment: must be a text that is not empty, got int 3.",
            "m.json:6:47: python.environments.both.interpreter: cannot stand beside \"venv\", which has one of its own. Keep one.",
            "m.json:6:76: python.environments.none.venv: is required: the folder of a virtual environment. Or name a program with \"interpreter\".",
            "m.json:7:12: python.environments.text: must be {\"venv\": \"FOLDER\"} or {\"interpreter\": \"PROGRAM\"}.",
            "m.json:7:17: python.environments.a b: is no name for an environment. Use letters, digits, \"_\", \"-\" and \".\".",
            "m.json:7:61: python.environments.more.packages: there is no such key. Known are: venv, interpreter.",
            "m.json:8:22: python.environments.empty.venv: must be a text that is not empty, got str \" \".")
        .inOrder();
  }

  @Test
  void pointsAtTheLineThatIsNoJson() {
    assertThat(refused("{\"version\": \"1\",\n \"name\" 3}"))
        .hasMessageThat()
        .contains("m.json:2:9");
    assertThat(refused("[]"))
        .hasMessageThat()
        .isEqualTo("m.json:1:1: a manifest is an object, got list of 0.");
    assertThat(refused("{\"version\": \"1\", \"name\": \"x\"}"))
        .hasMessageThat()
        .isEqualTo("m.json:1:1: nodes: is required, give an array that is not empty.");
  }

  @Test
  void saysWhereAKeyStandsTwice() {
    ManifestException e =
        refused(
            """
            {"version": "1", "name": "x",
             "nodes": [{"id": "a", "type": "t", "params": {"p": 1}, "params": 2}],
             "name": "y"}
            """);

    assertThat(e.messages())
        .containsExactly(
            "m.json:2:57: nodes[0].params: the key stands at 2:37 already. Remove one of the two.",
            "m.json:2:67: nodes[0].params: must be an object, got int 2.",
            "m.json:3:2: name: the key stands at 1:18 already. Remove one of the two.")
        .inOrder();
  }

  @Test
  void passesOverTheSchemaThatEditorsNeed() throws ManifestException {
    Manifest manifest =
        ManifestReader.read(
            "\uFEFF{\"$schema\": \"x\", \"version\": \"1\", \"name\": \"x\","
                + " \"nodes\": [{\"id\": \"a\", \"type\": \"t\"}]}",
            "m.json",
            HERE);

    assertThat(manifest.name()).isEqualTo("x");
  }

  @Test
  void saysThatAFileIsMissing() {
    ManifestException e =
        assertThrows(
            ManifestException.class, () -> ManifestReader.read(Path.of("no", "such.json")));

    assertThat(e).hasMessageThat().contains("there is no such file");
  }

  private static ManifestException refused(String text) {
    return assertThrows(ManifestException.class, () -> ManifestReader.read(text, "m.json", HERE));
  }
}
