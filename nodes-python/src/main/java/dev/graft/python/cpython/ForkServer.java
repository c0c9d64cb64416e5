package dev.graft.python.cpython;

import dev.graft.python.host.OutputTail;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;

/**
 * One Python process that has imported what workers need and forks them. It is asked through its
 * standard input and answers through its standard output, in frames like those of a worker's
 * socket. A thread reads what it says: what it forked, and which of that ended. Safe for several
 * threads.
 */
final class ForkServer implements AutoCloseable {
  private static final long EXIT_MILLIS = 2000;
  private static final long LOOK_MILLIS = 20;

  /** A fork takes milliseconds: a server that says nothing for so long was stopped. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final StartedChild process;
  private final DataOutputStream requests;
  private final OutputTail output;
  private final CompletableFuture<@Nullable Object> first = new CompletableFuture<>();

  /** Those that live, as far as is known. */
  private final Map<Long, ForkedChild> children = new ConcurrentHashMap<>();

  private volatile @Nullable String loss;
  private volatile @Nullable Asked asked;
  private long lastNumber;

  /** A fork that somebody waits for. */
  private record Asked(long number, CompletableFuture<ForkedChild> answer) {}

  private ForkServer(Process process, OutputTail output) {
    this.process = new StartedChild(process);
    this.output = output;
    this.requests = new DataOutputStream(process.getOutputStream());
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param packages what it imports besides Graft's own
   * @param timeout how long that may take
   * @throws UnfitException if workers cannot be forked from such a process
   */
  static ForkServer start(
      Interpreter interpreter, Path sources, List<String> packages, Duration timeout)
      throws IOException {
    Process process =
        PythonCommand.of(interpreter, sources.resolve("graft/forkserver.py"), packages).start();
    OutputTail output = new OutputTail(System.err);
    OutputReader.start(process.pid(), process.getErrorStream(), output);
    ForkServer server = new ForkServer(process, output);
    Thread.ofPlatform()
        .daemon()
        .name("graft-fork-server-" + process.pid())
        .start(() -> server.listen(process));
    try {
      Object message = await(server.first, timeout);
      if (message instanceof List<?> list && list.size() == 2 && "unfit".equals(list.getFirst())) {
        throw new UnfitException(String.valueOf(list.get(1)));
      }
      Hello.of(message, "");
      return server;
    } catch (TimeoutException e) {
      server.close();
      throw new IOException("no hello within " + timeout.toSeconds() + " s", e);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Its process id. */
  long pid() {
    return process.pid();
  }

  /** Whether workers of it live, as far as is known. */
  boolean hasWorkers() {
    return !children.isEmpty();
  }

  /** What became of it, once it is of no use any more. */
  Optional<String> loss() {
    return Optional.ofNullable(loss);
  }

  /**
   * A new process that becomes a worker.
   *
   * @param arguments what {@code worker.py} takes
   * @throws ForkFailedException if the server did not fork
   */
  synchronized ForkedChild fork(List<String> arguments) throws IOException {
    Asked fork = new Asked(++lastNumber, new CompletableFuture<>());
    asked = fork;
    String lost = loss; // read after the fork was noted: whoever sets it fails what is noted
    if (lost != null) {
      throw new ForkFailedException(lost);
    }
    try {
      send(fork.number(), arguments);
      return await(fork.answer(), PATIENCE);
    } catch (TimeoutException e) {
      throw giveUp("did not answer within %d s and was killed".formatted(PATIENCE.toSeconds()));
    } finally {
      fork.answer().cancel(false); // a child that comes later is killed
    }
  }

  private void send(long number, List<String> arguments) throws ForkFailedException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packer.packArrayHeader(3).packString("fork").packLong(number);
      packer.packArrayHeader(arguments.size());
      for (String argument : arguments) {
        packer.packString(argument);
      }
      byte[] body = packer.toByteArray();
      requests.writeInt(body.length);
      requests.write(body);
      requests.flush();
    } catch (IOException e) {
      // After half a request it would not understand the next one.
      throw giveUp("does not listen (%s) and was killed".formatted(e.getMessage()));
    }
  }

  /** Gives the server up: nobody asks it any more. */
  private ForkFailedException giveUp(String fact) {
    String lost = "the fork server (pid %d) %s".formatted(pid(), fact);
    loss = lost;
    process.kill();
    return new ForkFailedException(lost);
  }

  private static <T extends @Nullable Object> T await(
      CompletableFuture<T> answer, Duration patience) throws IOException, TimeoutException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Reads what the server says until it ends, and then looks after its children. */
  private void listen(Process server) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(server.getInputStream()))) {
      first.complete(read(in));
      while (true) {
        take(read(in));
      }
    } catch (IOException | MessagePackException e) {
      end();
    }
  }

  private static @Nullable Object read(DataInputStream in) throws IOException {
    int size = in.readInt();
    byte[] body = in.readNBytes(size);
    return MessageReader.read(body);
  }

  private void take(@Nullable Object report) throws IOException {
    if (!(report instanceof List<?> parts)
        || parts.size() != 3
        || !(parts.get(1) instanceof Long number)) {
      throw new IOException("a report that makes no sense: " + report);
    } else if ("forked".equals(parts.get(0)) && parts.get(2) instanceof Long pid) {
      ForkedChild child = new ForkedChild(pid);
      children.put(pid, child);
      Asked waiting = asked;
      if (waiting == null || waiting.number() != number || !waiting.answer().complete(child)) {
        child.kill();
      }
    } else if ("failed".equals(parts.get(0))) {
      Asked waiting = asked;
      if (waiting != null && waiting.number() == number) {
        waiting.answer().completeExceptionally(new ForkFailedException("" + parts.get(2)));
      }
    } else if ("ended".equals(parts.get(0)) && parts.get(2) instanceof Long status) {
      ForkedChild child = children.remove(number);
      if (child != null) {
        int code = status.intValue();
        child.ended(code < 0 ? new Ending.Signalled(-code) : new Ending.Exited(code));
      }
    } else {
      throw new IOException("an unknown report: " + report);
    }
  }

  /** The server has gone: nobody reaps its children for it any more, so their ends are watched. */
  private void end() {
    try {
      if (!process.await(EXIT_MILLIS)) {
        process.kill();
        process.await(EXIT_MILLIS);
      }
      String how = process.ending().map(Ending::toString).orElse("does not end");
      String text = output.text();
      String lost = "the fork server (pid %d) %s".formatted(pid(), how);
      loss = lost;
      IOException told =
          new ForkFailedException(text.isEmpty() ? lost : lost + ", its last words:\n" + text);
      first.completeExceptionally(told);
      Asked waiting = asked;
      if (waiting != null) {
        waiting.answer().completeExceptionally(told);
      }
      while (!children.isEmpty()) {
        for (ForkedChild child : List.copyOf(children.values())) {
          if (!child.isThere()) {
            children.remove(child.pid());
            child.ended(new Ending.Unknown(lost + " before it"));
          }
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // somebody wants this thread to end, and it does
    }
  }

  /** Ends it, and what is left of its children. Idempotent. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      requests.close();
    } catch (IOException e) {
      // It has gone.
    }
    try {
      if (!process.await(EXIT_MILLIS)) {
        children.values().forEach(ForkedChild::kill);
        if (!process.await(EXIT_MILLIS)) {
          process.kill();
        }
      }
    } catch (InterruptedException e) {
      process.kill();
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
