package dev.graft.bench;

import dev.graft.runtime.manifest.ManifestException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import py4j.ClientServer;

/**
 * Py4J in its model of one thread: the bundled CPython as a process that the JVM calls through a
 * local socket. Dicts and lists cross as references, by one more call for each look into them.
 */
final class Py4j implements Peer {
  /** The program in it. */
  static final String PROGRAM = "py4j_peer.py";

  /** Py4J's Python part, which Apache Zeppelin's own Python module carries. */
  private static final String PYTHON = "py4j-src-0.10.9.7.zip";

  private final BundledProgram program;
  private final ClientServer server;
  private final Calls calls;
  private final boolean many;
  private final @Nullable Object item;
  private long items;

  /** What Python answers to. */
  public interface Calls {
    /** Whether there is a list of outputs for each item, and not one alone. */
    boolean givesMany();

    /** An item through the node. */
    @Nullable Object process(@Nullable Object item);
  }

  private Py4j(BundledProgram program, ClientServer server, Calls calls, @Nullable Object item) {
    this.program = program;
    this.server = server;
    this.calls = calls;
    this.many = calls.givesMany();
    this.item = item;
  }

  static Py4j open(BenchCase benchCase, Workplace place) throws IOException, ManifestException {
    int javaPort = freePort();
    BundledProgram program = BundledProgram.start(place.folder().resolve(PROGRAM), place);
    ClientServer server = null;
    try {
      Map<String, @Nullable Object> request = PeerNode.of(benchCase, place);
      request.put("py4j", unpackTo(place.folder()).toString());
      request.put("java", (long) javaPort);
      program.tell(request);
      int pythonPort = Integer.parseInt(program.line());
      server =
          new ClientServer.ClientServerBuilder().javaPort(javaPort).pythonPort(pythonPort).build();
      server.startServer();
      Calls calls = (Calls) server.getPythonServerEntryPoint(new Class<?>[] {Calls.class});
      return new Py4j(program, server, calls, benchCase.item());
    } catch (IOException | RuntimeException | ManifestException e) {
      program.close();
      if (server != null) {
        server.shutdown();
      }
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path unpackTo(Path folder) throws IOException {
    Path archive = folder.resolve(PYTHON);
    if (!Files.exists(archive)) {
      try (InputStream in = Py4j.class.getResourceAsStream("/python/" + PYTHON)) {
        if (in == null) {
          throw new IOException("Py4J's Python part is not on the class path: " + PYTHON);
        }
        Files.copy(in, archive);
      }
    }
    return archive;
  }

  @Override
  public List<@Nullable Object> call() {
    items++;
    Object output = toPlain(calls.process(item));
    return many && output instanceof List<?> all
        ? new ArrayList<>(all)
        : Collections.singletonList(output);
  }

  /** Ints come as what is wide enough for each. */
  private static @Nullable Object toPlain(@Nullable Object value) {
    return switch (value) {
      case Integer number -> (long) number;
      case List<?> list -> {
        List<@Nullable Object> items = new ArrayList<>(list.size());
        list.forEach(each -> items.add(toPlain(each)));
        yield items;
      }
      case Map<?, ?> map -> {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        map.forEach((key, each) -> entries.put(toPlain(key), toPlain(each)));
        yield entries;
      }
      case null, default -> value;
    };
  }

  /** It makes hash maps of dicts. */
  @Override
  public boolean keepsOrder() {
    return false;
  }

  @Override
  public long items() {
    return items;
  }

  @Override
  public String implementation() {
    return "bundled CPython, Py4J 0.10.9.7";
  }

  @Override
  public void close() throws IOException {
    try {
      program.close();
    } finally {
      server.shutdown();
    }
  }
}
