package dev.graft.python.cpython;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a new worker finds this JVM: a socket that only this user can reach and that is there for
 * this worker alone, and a token that nobody else knows. Used by one thread.
 */
final class Rendezvous implements AutoCloseable {
  /** The longest path of a socket that every system takes. */
  private static final int SOCKET_PATH = 100;

  private static final int TOKEN_BYTES = 16;
  private static final long POLL_MILLIS = 20;

  private final Path folder;
  private final ServerSocketChannel server;
  private final String token = newToken();
  private final long deadline;
  private final Duration timeout;

  private Rendezvous(Path folder, ServerSocketChannel server, Duration timeout) {
    this.folder = folder;
    this.server = server;
    this.timeout = timeout;
    this.deadline = System.nanoTime() + timeout.toNanos();
  }

  /**
   * Opens one.
   *
   * @param timeout how long the worker may take, from now on
   */
  static Rendezvous open(Duration timeout) throws IOException {
    Path folder = privateFolder();
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    Rendezvous rendezvous = new Rendezvous(folder, server, timeout);
    try {
      server.bind(UnixDomainSocketAddress.of(rendezvous.socket()));
      server.configureBlocking(false);
      return rendezvous;
    } catch (IOException e) {
      rendezvous.close();
      throw e;
    }
  }

  /** The path of the socket. */
  Path socket() {
    return folder.resolve("s");
  }

  /** What the worker must know. */
  String token() {
    return token;
  }

  /** The next connection of a worker that lives, once it has said something. */
  SocketChannel accept(Child worker) throws IOException {
    await(server, SelectionKey.OP_ACCEPT, worker);
    SocketChannel connection = server.accept();
    try {
      connection.configureBlocking(false);
      await(connection, SelectionKey.OP_READ, worker);
      connection.configureBlocking(true);
      return connection;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  /** The same for a connection that starts with the token. */
  SocketChannel acceptStandard(Child worker) throws IOException {
    SocketChannel connection = accept(worker);
    ByteBuffer said = ByteBuffer.allocate(token.length());
    while (said.hasRemaining() && connection.read(said) >= 0) {}
    if (!token.equals(new String(said.array(), StandardCharsets.US_ASCII))) {
      connection.close();
      throw new IOException("somebody else answered: the token is wrong");
    }
    return connection;
  }

  private void await(SelectableChannel channel, int operation, Child worker) throws IOException {
    try (Selector selector = Selector.open()) {
      channel.register(selector, operation);
      while (selector.select(POLL_MILLIS) == 0) {
        Optional<Ending> ending = worker.ending();
        if (ending.isPresent() && selector.selectNow() == 0) {
          throw new IOException("it " + ending.get());
        } else if (Thread.currentThread().isInterrupted()) {
          throw new IOException("interrupted");
        } else if (System.nanoTime() - deadline > 0) {
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

  private static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket());
    Files.deleteIfExists(folder);
  }
}
