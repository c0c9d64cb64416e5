package dev.graft.python.cpython;

import dev.graft.python.deadline.Watchdog;
import dev.graft.python.host.OutputTail;
import dev.graft.python.memory.SharedArrays;
import dev.graft.python.memory.WorkerMemory;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts workers.
 *
 * @param interpreter the Python
 * @param sources the folder that holds Graft's Python package
 * @param bundledUnits hashes of the source texts that come with Graft
 * @param arrays the memory that workers share
 * @param timeout how long a worker may take to say hello
 * @param watchdog what ends calls that take too long
 */
record WorkerLauncher(
    Interpreter interpreter,
    Path sources,
    Set<String> bundledUnits,
    SharedArrays arrays,
    Duration timeout,
    Watchdog watchdog) {
  /** The longest path of a socket that every system takes. */
  private static final int SOCKET_PATH = 100;

  private static final int TOKEN_BYTES = 16;
  private static final long POLL_MILLIS = 20;

  /** A worker that has said hello. */
  Worker start() throws HostingRefusedException {
    OutputTail output = new OutputTail(System.err);
    try {
      return start(output);
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

  private Worker start(OutputTail output) throws IOException {
    Path folder = privateFolder();
    Path socket = folder.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      String token = token();
      WorkerMemory memory = arrays.join();
      List<String> arguments = new ArrayList<>(List.of(socket.toString(), token, "--interrupts"));
      arguments.addAll(memory.arguments());
      WorkerProcess process;
      try {
        process =
            WorkerProcess.start(interpreter, sources.resolve("graft/worker.py"), arguments, output);
      } catch (IOException e) {
        memory.close();
        throw e;
      }
      SocketChannel connection = null;
      try {
        connection = accept(server, process);
        FrameChannel channel = new FrameChannel(connection);
        Hello hello = Hello.of(channel.receive(), token);
        return new Worker(process, channel, hello, bundledUnits, memory, watchdog);
      } catch (IOException e) {
        process.kill();
        process.awaitExit();
        memory.close();
        if (connection != null) {
          connection.close();
        }
        throw e;
      }
    } finally {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(folder);
    }
  }

  private SocketChannel accept(ServerSocketChannel server, WorkerProcess process)
      throws IOException {
    server.configureBlocking(false);
    long deadline = System.nanoTime() + timeout.toNanos();
    try (Selector selector = Selector.open()) {
      server.register(selector, SelectionKey.OP_ACCEPT);
      while (true) {
        selector.select(POLL_MILLIS);
        @Nullable SocketChannel connection = server.accept();
        if (connection != null) {
          return connection;
        } else if (!process.isAlive()) {
          process.awaitExit();
          throw new IOException("it " + process.exit());
        } else if (Thread.currentThread().isInterrupted()) {
          throw new IOException("interrupted");
        } else if (System.nanoTime() > deadline) {
          throw new IOException("no hello within " + timeout.toSeconds() + " s");
        }
      }
    }
  }

  /** A folder that nobody else can enter, with a path that is short enough for a socket. */
  private static Path privateFolder() throws IOException {
    var attribute =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Path folder = Files.createTempDirectory("graft", attribute);
    if (folder.toString().length() > SOCKET_PATH) {
      Files.delete(folder);
      folder = Files.createTempDirectory(Path.of("/tmp"), "graft", attribute);
    }
    return folder;
  }

  private static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
