package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.graft.python.host.Nodes;
import dev.graft.runtime.environment.EnvironmentException;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.manifest.EnvironmentSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found out about an environment, and what is said of one that is of no use. */
@Timeout(60)
final class EnvironmentLookTest {
  @TempDir Path folder = Path.of("");

  private static PythonEnvironment look(EnvironmentSpec spec) throws EnvironmentException {
    return new EnvironmentLook().probe(spec, Nodes.settings());
  }

  private static String refusal(EnvironmentSpec spec) {
    return assertThrows(EnvironmentException.class, () -> look(spec)).reason();
  }

  private static EnvironmentSpec program(Path path) {
    return new EnvironmentSpec.Interpreter("e", path);
  }

  private static EnvironmentSpec venv(Path path) {
    return new EnvironmentSpec.Venv("e", path);
  }

  private Path script(String name, String text) throws Exception {
    Path script = folder.resolve(name);
    Files.createDirectories(script.resolveSibling("."));
    Files.writeString(script, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  @Test
  void anEnvironmentOnTheBundledCPythonIsOne() throws Exception {
    Path place = folder.resolve("env");
    VirtualEnvironment.ofBundled(place).with("Foo_Bar", "1.2", "");
    PythonEnvironment found = look(venv(place));
    assertThat(found.version()).isEqualTo("3.12.1");
    assertThat(found.cacheTag()).isEqualTo("cpython-312");
    assertThat(found.executable()).isEqualTo(place.resolve("bin/python"));
    assertThat(found.distributions()).containsEntry("foo-bar", "1.2");
    assertThat(found.modules()).containsAtLeast("Foo_Bar", "json", "sys");
    assertThat(found.modules()).doesNotContain("numpy"); // which the CPython below it has
    assertThat(found.toString())
        .isEqualTo("environment \"e\", %s (CPython 3.12.1)".formatted(place));
  }

  @Test
  void aPythonOfThisMachineIsOne() throws Exception {
    Optional<Path> python = VirtualEnvironment.systemPython();
    assumeTrue(python.isPresent(), "no Python on this machine");
    Path place = folder.resolve("env");
    VirtualEnvironment.of(place, python.get()).with("sounds", "1.0", "");
    assertThat(look(venv(place)).distributions()).containsEntry("sounds", "1.0");
    assertThat(look(program(python.get())).distributions()).doesNotContainKey("sounds");
  }

  @Test
  void behindAScriptIsTheProgramThatItFinds() throws Exception {
    VirtualEnvironment real = VirtualEnvironment.ofBundled(folder.resolve("env"));
    Path program = real.folder().resolve("bin/python");
    // It needs what only the user's variables tell, as the shims of version managers do.
    Path shim = script("shims/python3", "test -n \"$HOME\" && exec %s \"$@\"\n".formatted(program));
    assertThat(look(program(shim)).executable()).isEqualTo(program);
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    Path none = folder.resolve("none");
    assertThat(refusal(program(none)))
        .isEqualTo(
            "there is no file %s. Name a program; relative paths start at the manifest's folder."
                .formatted(none));
    assertThat(refusal(venv(none)))
        .isEqualTo(
            ("there is no folder %s. Relative paths start at the manifest's folder. Make it with"
                    + " `python3 -m venv`.")
                .formatted(none));
    assertThat(refusal(program(folder)))
        .isEqualTo(folder + " is a folder. Name the program in it.");
    assertThat(refusal(venv(folder)))
        .isEqualTo(
            folder
                + " is no virtual environment: it has no pyvenv.cfg. Make it with `python3 -m"
                + " venv`.");
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(refusal(program(file)))
        .isEqualTo(file + " is not executable. Name a Python program.");
    assertThat(refusal(venv(file)))
        .isEqualTo(
            file
                + " is a file. Name the folder of the virtual environment, or write \"interpreter\""
                + " instead of \"venv\".");
  }

  @Test
  void aBrokenEnvironmentIsNone() throws Exception {
    Path place = folder.resolve("env");
    VirtualEnvironment.ofBundled(place);
    assertThat(refusal(program(place)))
        .isEqualTo(
            place
                + " is the folder of a virtual environment. Write \"venv\" instead of"
                + " \"interpreter\".");
    Path program = place.resolve("bin/python");
    final Path target = program.toRealPath();
    Files.delete(program);
    assertThat(refusal(venv(place)))
        .isEqualTo(
            place
                + " is no virtual environment: it has no bin/python. Make it with `python3 -m venv`.");
    Path gone = folder.resolve("removed/python3");
    Files.createSymbolicLink(program, gone);
    assertThat(refusal(venv(place)))
        .isEqualTo(
            "%s leads to %s, which is not there. Make it with `python3 -m venv`."
                .formatted(program, gone));
    Files.delete(program);
    Path copy = script("env/bin/python", "exec %s \"$@\"\n".formatted(target));
    assertThat(refusal(venv(place)))
        .isEqualTo(
            "%s runs, but with the packages of %s: the virtual environment is broken. Make it with `python3 -m venv`."
                .formatted(copy, target.resolveSibling("..").normalize()));
  }

  @Test
  void whatIsNoSuitablePythonIsSaid() throws Exception {
    Path silent = script("silent", "exit 0\n");
    assertThat(refusal(program(silent)))
        .isEqualTo(silent + " is no Python. Name a CPython 3.9 or later.");
    Path angry = script("angry", "echo first >&2; echo 'Unknown option: -I' >&2; exit 2\n");
    assertThat(refusal(program(angry)))
        .isEqualTo(angry + " is no Python: Unknown option: -I. Name a CPython 3.9 or later.");
    Path old = script("old", answer("cpython", "[3, 8, 18]"));
    assertThat(refusal(program(old)))
        .isEqualTo(old + " is Python 3.8.18; 3.9 or later is needed. Name a CPython 3.9 or later.");
    Path other = script("other", answer("pypy", "[3, 10, 2]"));
    assertThat(refusal(program(other)))
        .isEqualTo(other + " is no CPython but pypy. Name a CPython 3.9 or later.");
  }

  private static String answer(String implementation, String version) {
    return "echo '{\"graft\": 1, \"implementation\": \"%s\", \"version\": %s, \"executable\": \"/x\"}'\n"
        .formatted(implementation, version);
  }

  @Test
  void whatNeverAnswersIsNotWaitedFor() throws Exception {
    Path pid = folder.resolve("pid");
    Path hanging = script("hanging", "echo $$ > %s; while :; do sleep 1; done\n".formatted(pid));
    InterpreterProbe probe =
        new InterpreterProbe(
            WorkerSources.in(Nodes.settings().cache()).folder(), Duration.ofMillis(500));
    ProbeFailedException e =
        assertThrows(ProbeFailedException.class, () -> probe.ask(hanging, Map.of()));
    assertThat(e).hasMessageThat().isEqualTo(hanging + " does not answer within 500 ms");
    assertThat(WorkerPids.ends(Long.parseLong(Files.readString(pid).strip()))).isTrue();
  }
}
