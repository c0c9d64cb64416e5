package dev.graft.python.cpython;

import dev.graft.python.deadline.Watchdog;
import dev.graft.python.host.HostKey;
import dev.graft.python.host.OutputTail;
import dev.graft.python.memory.SharedArrays;
import dev.graft.python.memory.WorkerMemory;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.ResourceLimits;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts workers: they are forked by a server that has imported what they need, or started as
 * programs where there is no such server.
 *
 * @param interpreters the Pythons
 * @param sources the folder that holds Graft's Python package
 * @param bundledUnits hashes of the source texts that come with Graft
 * @param arrays the memory that workers share
 * @param timeout how long a worker may take to say hello
 * @param watchdog what ends calls that take too long
 * @param stoppedWorkers what ends workers that were stopped
 * @param forkServers what forks them; nothing if all are to be started as programs
 */
record WorkerLauncher(
    Interpreters interpreters,
    Path sources,
    Set<String> bundledUnits,
    SharedArrays arrays,
    Duration timeout,
    Watchdog watchdog,
    StoppedWorkers stoppedWorkers,
    Optional<ForkServers> forkServers)
    implements AutoCloseable {
  /** So often a fork is tried, by another server if the first one has died. */
  private static final int FORKS = 2;

  private static final System.Logger LOG = System.getLogger(WorkerLauncher.class.getName());

  /** One of the ways to make a process that runs a worker. */
  @FunctionalInterface
  private interface Way {
    WorkerProcess start(List<String> arguments, Rendezvous rendezvous, OutputTail output)
        throws IOException;
  }

  /** A worker of that kind that has said hello. */
  Worker start(HostKey key) throws HostingRefusedException {
    Interpreter interpreter = interpreters.of(key.environment());
    OutputTail output = new OutputTail(System.err);
    try {
      for (int attempt = 1; attempt <= FORKS; attempt++) {
        Optional<ForkServer> server = forkServers.flatMap(each -> each.of(key));
        if (server.isEmpty()) {
          break;
        }
        try {
          return start(
              (arguments, at, to) -> fork(server.get(), arguments, at, to), key.limits(), output);
        } catch (ForkFailedException e) {
          LOG.log(System.Logger.Level.WARNING, "no worker was forked: " + e.getMessage());
        }
      }
      return start(
          (arguments, _, to) -> startProgram(interpreter, arguments, to), key.limits(), output);
    } catch (IOException e) {
      String tail = output.text();
      throw new HostingRefusedException(
          BackendId.CPYTHON,
          "%s does not start as a worker: %s%s"
              .formatted(
                  interpreter.executable(), e.getMessage(), tail.isEmpty() ? "" : "\n" + tail),
          e);
    }
  }

  private Worker start(Way way, ResourceLimits limits, OutputTail output) throws IOException {
    WorkerMemory memory = arrays.join();
    try (Rendezvous rendezvous = Rendezvous.open(timeout)) {
      List<String> arguments =
          new ArrayList<>(
              List.of(rendezvous.socket().toString(), rendezvous.token(), "--interrupts"));
      arguments.addAll(memory.arguments());
      arguments.addAll(LimitText.arguments(limits));
      WorkerProcess process = way.start(arguments, rendezvous, output);
      SocketChannel connection = null;
      try {
        connection = rendezvous.accept(process.child());
        FrameChannel channel = new FrameChannel(connection);
        Hello hello = Hello.of(channel.receive(), rendezvous.token());
        return new Worker(
            process, channel, hello, bundledUnits, memory, watchdog, limits, stoppedWorkers);
      } catch (IOException e) {
        process.kill();
        process.awaitExit();
        close(connection);
        throw e;
      }
    } catch (IOException e) {
      memory.close();
      throw e;
    }
  }

  private static void close(@Nullable SocketChannel connection) throws IOException {
    if (connection != null) {
      connection.close();
    }
  }

  private WorkerProcess startProgram(
      Interpreter interpreter, List<String> arguments, OutputTail output) throws IOException {
    Process process =
        PythonCommand.of(interpreter, sources.resolve("graft/worker.py"), arguments)
            .redirectErrorStream(true)
            .start();
    return new WorkerProcess(
        new StartedChild(process), process.getInputStream(), process.getOutputStream(), output);
  }

  private static WorkerProcess fork(
      ForkServer server, List<String> arguments, Rendezvous rendezvous, OutputTail output)
      throws IOException {
    ForkedChild child = server.fork(arguments);
    try {
      SocketChannel standard = rendezvous.acceptStandard(child);
      return new WorkerProcess(
          child, Channels.newInputStream(standard), Channels.newOutputStream(standard), output);
    } catch (IOException e) {
      child.kill();
      throw e;
    }
  }

  @Override
  public void close() {
    stoppedWorkers.close();
    forkServers.ifPresent(ForkServers::close);
    arrays.close();
  }
}
