package dev.graft.python.cpython;

import dev.graft.python.host.HostKey;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.environment.PythonEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fork servers: one for each interpreter and what is imported ahead in it, because a package
 * that is imported ahead is there in every worker, so only those get it whose nodes need it. Those
 * of environments come and go: a manifest may name any number of them, so each ends when it has had
 * no worker for a while. Safe for several threads.
 */
final class ForkServers implements AutoCloseable {
  /** For so long the server of an environment is kept though nobody needs it. */
  static final Duration IDLE = Duration.ofMinutes(1);

  private final Map<Kind, ForkServerPlace> places = new ConcurrentHashMap<>();
  private final Interpreters interpreters;
  private final Path sources;
  private final Duration timeout;
  private final Duration idle;

  /**
   * What a server has.
   *
   * @param environment its Python, if not the usual one
   * @param ahead the package that it has imported, or {@link HostKey#NOTHING}
   */
  private record Kind(Optional<PythonEnvironment> environment, String ahead) {
    static final Kind USUAL = new Kind(Optional.empty(), HostKey.NOTHING);

    List<String> packages() {
      return ahead.equals(HostKey.NOTHING) ? List.of() : List.of(ahead);
    }

    @Override
    public String toString() {
      return environment.map(each -> each.name() + " " + ahead).orElse(ahead);
    }
  }

  /**
   * None is started yet.
   *
   * @param sources the folder that holds Graft's Python package
   * @param timeout how long one may take to be ready
   * @param idle how long the server of an environment is kept though nobody needs it
   */
  ForkServers(Interpreters interpreters, Path sources, Duration timeout, Duration idle) {
    this.interpreters = interpreters;
    this.sources = sources;
    this.timeout = timeout;
    this.idle = idle;
  }

  /** The server for a kind of worker, or one that has less imported, or none. */
  Optional<ForkServer> of(HostKey key) {
    Optional<ForkServer> server = place(new Kind(key.environment(), key.ahead())).server();
    return server.isPresent() || key.ahead().equals(HostKey.NOTHING)
        ? server
        : place(new Kind(key.environment(), HostKey.NOTHING)).server();
  }

  private ForkServerPlace place(Kind kind) {
    if (!places.containsKey(kind)) {
      places.values().removeIf(ForkServerPlace::retire);
    }
    return places.computeIfAbsent(
        kind,
        _ ->
            new ForkServerPlace(
                () -> start(kind),
                kind.environment().isPresent() ? Optional.of(idle) : Optional.empty()));
  }

  private ForkServer start(Kind kind) throws IOException {
    try {
      Interpreter interpreter = interpreters.of(kind.environment());
      return ForkServer.start(interpreter, sources, kind.packages(), timeout);
    } catch (HostingRefusedException e) {
      throw new IOException(e.reason(), e);
    }
  }

  /** Why workers of the usual Python are started directly; nothing if they are forked. */
  Optional<String> reasonForDirectStart() {
    ForkServerPlace place = place(Kind.USUAL);
    return place.running().isPresent() ? Optional.empty() : Optional.of(place.reason());
  }

  /** The ids of the processes with what they have, of those that run. */
  List<String> running() {
    List<String> texts = new ArrayList<>();
    places.forEach(
        (kind, place) ->
            place
                .running()
                .ifPresent(server -> texts.add("pid %d, %s".formatted(server.pid(), kind))));
    return texts.stream().sorted().toList();
  }

  @Override
  public void close() {
    places.values().forEach(ForkServerPlace::close);
  }
}
