package dev.graft.python.graalpy;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.graft.node.ErrorKind;
import dev.graft.python.graalpy.Escapes.Escape;
import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.permission.Permission;
import dev.graft.runtime.permission.PermissionException;
import dev.graft.runtime.permission.PermissionReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way out of the sandbox that we know of is closed unless it was granted: then the same code
 * works, and a grant that looks alike still does not open it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EscapesTest {
  private static final String NODE =
      """
      class Escape:
          def process(self, item):
              space = dict(item)
              exec(space.pop("body"), space)
              return str(space["out"])
      """;
  private static final Pattern FOLDER = Pattern.compile("\\b(IN|OUT|BESIDE)\\b");

  private final GraalPyBackend backend = new GraalPyBackend();
  private final Map<Grants, BackendSession> sessions = new HashMap<>();
  private final Map<Grants, HostedNode> nodes = new HashMap<>();
  private final AtomicInteger visits = new AtomicInteger();
  private @Nullable HttpServer server;

  @TempDir Path folder = Path.of("");

  static Stream<Escape> all() {
    return Escapes.all().stream();
  }

  static Stream<Escape> granted() {
    return all().filter(escape -> !escape.grant().isEmpty());
  }

  static Stream<Escape> withNeighbour() {
    return all().filter(escape -> !escape.neighbour().isEmpty());
  }

  @BeforeAll
  void startServer() throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    made.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          byte[] answer = "welcome".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer);
          }
        });
    made.start();
    server = made;
  }

  @AfterAll
  void closeAll() {
    sessions.values().forEach(BackendSession::close);
    backend.close();
    if (server != null) {
      server.stop(0);
    }
  }

  @BeforeEach
  void fillFolders() throws IOException {
    clear(folder.resolve("out"));
    clear(folder.resolve("in"));
    clear(folder.resolve("beside"));
    Files.writeString(folder.resolve("in/secret.txt"), "secret\n");
    Files.writeString(folder.resolve("in/outside.py"), "value = 'imported'\n");
    Files.writeString(folder.resolve("in/native.so"), "no code\n");
    zip(folder.resolve("in/code.zip"));
    Files.writeString(folder.resolve("beside/beside.txt"), "beside\n");
    Files.writeString(folder.resolve("out/kept.txt"), "kept\n");
    Files.createDirectories(folder.resolve("out/tree/below"));
    Files.createSymbolicLink(folder.resolve("in/link"), folder.resolve("beside"));
    Files.createSymbolicLink(folder.resolve("out/link.txt"), folder.resolve("beside/beside.txt"));
    visits.set(0);
  }

  @ParameterizedTest
  @MethodSource("all")
  void isDeniedByDefault(Escape escape) throws Exception {
    isDenied(escape, Grants.NONE, Pattern.quote(escape.denied()));
  }

  @ParameterizedTest
  @MethodSource("granted")
  void worksIfGranted(Escape escape) throws Exception {
    Grants grants = grants(escape.grant());
    assertThat(String.valueOf(Nodes.process(node(grants), item(escape)).getFirst()))
        .contains(escape.booty());
  }

  @ParameterizedTest
  @MethodSource("withNeighbour")
  void isDeniedWithTheGrantNextToIt(Escape escape) throws Exception {
    isDenied(escape, grants(escape.neighbour()), "[A-Za-z]+Error");
  }

  private void isDenied(Escape escape, Grants grants, String type) throws Exception {
    HostedNode node = node(grants);
    Map<Path, String> before = contents();
    NodeFailure failure =
        assertThrows(NodeFailureException.class, () -> Nodes.process(node, item(escape))).failure();
    assertWithMessage("%s", failure).that(failure.type()).matches(type);
    assertWithMessage("%s", failure).that(failure.kind()).isNotEqualTo(ErrorKind.INTERNAL);
    assertThat(contents()).isEqualTo(before);
    assertThat(visits.get()).isEqualTo(0);
  }

  /** A node for all who have the same grants, or a new one if somebody ended its context. */
  private HostedNode node(Grants grants) throws Exception {
    HostedNode known = nodes.get(grants);
    if (known != null && isAlive(known)) {
      return known;
    }
    BackendSession session = backend.openSession();
    @Nullable BackendSession lost = sessions.put(grants, session);
    if (lost != null) {
      lost.close();
    }
    HostedNode node = Nodes.open(session, Nodes.of(NODE), Map.of(), grants);
    nodes.put(grants, node);
    return node;
  }

  private static boolean isAlive(HostedNode node) {
    try {
      return Nodes.process(node, Map.of("body", "out = 'alive'")).contains("alive");
    } catch (NodeFailureException e) {
      return false;
    }
  }

  private Map<String, Object> item(Escape escape) {
    return Map.of(
        "body",
        escape.body(),
        "IN",
        folder.resolve("in").toString(),
        "OUT",
        folder.resolve("out").toString(),
        "BESIDE",
        folder.resolve("beside").toString(),
        "PORT",
        server == null ? 0L : (long) server.getAddress().getPort());
  }

  private Grants grants(String texts) throws PermissionException {
    List<Permission> permissions = new ArrayList<>();
    for (String text : texts.split(",", -1)) {
      String path =
          FOLDER
              .matcher(text)
              .replaceAll(
                  found -> folder.resolve(found.group().toLowerCase(Locale.ROOT)).toString());
      permissions.add(PermissionReader.read(path, folder));
    }
    return Grants.of(folder, permissions);
  }

  /** All that a denied attempt must leave as it was. */
  private Map<Path, String> contents() throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        FileTime changed = Files.getLastModifiedTime(file);
        contents.put(
            file, Files.isRegularFile(file) ? Files.size(file) + " " + changed : "" + changed);
      }
    }
    return contents;
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }

  private static void zip(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("zipped.py"));
      zip.write("value = 'zipped'\n".getBytes(StandardCharsets.UTF_8));
    }
  }
}
