package dev.graft.compat.run;

import dev.graft.compat.fake.FakeHost;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A run with something wrong in it, and with values that try to break a page. */
public final class ReportSample {
  private static final String HOSTILE =
      """
      {"node": "pass-through", "cases": [
        {"id": "hostile", "title": "</summary><script>alert(1)</script>",
         "steps": [{"in": "<img src=x onerror=alert(1)>"}, {"in": "a\\u202eb\\u0000"},
                   {"in": {"$u16": "d83d"}}],
         "expect": [{"out": "<b>&\\"'", "at": 0}]}]}
      """;

  private ReportSample() {}

  public static CompatResult run(Path directory) throws Exception {
    FakeHost host =
        NodeMutants.all()
            .filter(mutant -> mutant.name().equals("tuple to list"))
            .findFirst()
            .orElseThrow()
            .host();
    Path corpus = Files.createDirectories(directory.resolve("corpus"));
    Files.writeString(corpus.resolve("hostile.json"), HOSTILE);
    return CompatRun.run(
        CompatOptions.defaults()
            .selecting(
                every ->
                    every
                        .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON))
                        .withCorpus(List.of(corpus)))
            .withOutput(directory)
            .withClock(Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC)),
        host);
  }
}
