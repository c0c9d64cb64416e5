package dev.graft.cli.mutants;

import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Shows wrong ports to the matrix, one after the other, each beside the right node in CPython. */
final class Proof implements AutoCloseable {
  private static final int MADE_UP = 20;

  private final InMemoryCompiler compiler = new InMemoryCompiler();
  private final GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser());
  private final NativeSources sources = new NativeSources();
  private final CompatOptions options;

  Proof(Path reports) {
    options =
        CompatOptions.defaults()
            .selecting(every -> every.withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
            .withRandom(MADE_UP, 1)
            .withOutput(reports);
  }

  Catch of(WrongPort port) throws CompatUsageException, IOException {
    NodesLoader loader =
        new NodesLoader(compiler.compile(port.sources(sources)), getClass().getClassLoader());
    WrongHost host = new WrongHost(port.node(), loader, runtime);
    return Catch.of(
        port,
        CompatRun.run(options.selecting(every -> every.withNodes(List.of(port.node()))), host)
            .report());
  }

  @Override
  public void close() throws IOException {
    runtime.close();
    compiler.close();
  }
}
