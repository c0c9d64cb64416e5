package dev.graft.python.graalpy;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.permission.Grants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;

/** The engine itself says how often it parsed: it counts, and tells when it is closed. */
final class HeldSourcesTest {
  private static final String TEXT = "def double(x):\n    return x * 2\n";

  @Test
  void aModuleIsParsedOnceForAllContextsAlthoughNoneOfThemLives() throws Exception {
    HeldSources held = new HeldSources(10);
    assertThat(counts(held)).isEqualTo("hits=2, misses=1");
  }

  @Test
  void theModulesUsedLastAreHeld() throws Exception {
    HeldSources held = new HeldSources(2);
    for (int i = 0; i < 5; i++) {
      held.hold("m" + i + ".py", TEXT);
    }
    assertThat(held.size()).isEqualTo(2);
    held.hold("m4.py", TEXT);
    assertThat(held.size()).isEqualTo(2);
  }

  private static String counts(HeldSources held) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (Engine engine =
        Engine.newBuilder(Sandbox.PYTHON)
            .allowExperimentalOptions(true)
            .option("engine.SourceCacheStatisticDetails", "true")
            .logHandler(log)
            .build()) {
      for (int i = 0; i < 3; i++) {
        try (Context context =
            new Sandbox(engine, Grants.NONE)
                .newContext(OutputStream.nullOutputStream(), new Exchange())) {
          held.hold("held.py", TEXT);
          context.getBindings(Sandbox.PYTHON).putMember("text", TEXT);
          context.eval(Sandbox.PYTHON, "compile(str(text), 'held.py', 'exec', dont_inherit=True)");
        }
        System.gc(); // the engine forgets what nobody holds
      }
    }
    String told = log.toString(StandardCharsets.UTF_8);
    Matcher line = Pattern.compile("hits= *(\\d+), misses= *(\\d+).*name=held\\.py").matcher(told);
    return line.find() ? "hits=" + line.group(1) + ", misses=" + line.group(2) : told;
  }
}
