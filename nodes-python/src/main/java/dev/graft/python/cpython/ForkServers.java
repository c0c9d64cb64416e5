package dev.graft.python.cpython;

import dev.graft.python.host.HostKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fork servers of one interpreter, one for each environment: a package that is imported ahead
 * is there in every worker, so only those get it whose nodes need it. Safe for several threads.
 */
final class ForkServers implements AutoCloseable {
  private final Map<String, ForkServerPlace> places = new ConcurrentHashMap<>();
  private final Interpreter interpreter;
  private final Path sources;
  private final Duration timeout;

  /**
   * None is started yet.
   *
   * @param sources the folder that holds Graft's Python package
   * @param timeout how long one may take to be ready
   */
  ForkServers(Interpreter interpreter, Path sources, Duration timeout) {
    this.interpreter = interpreter;
    this.sources = sources;
    this.timeout = timeout;
  }

  /** The server for an environment, or one that has less imported, or none. */
  Optional<ForkServer> of(String environment) {
    Optional<ForkServer> server = place(environment).server();
    return server.isPresent() || environment.equals(HostKey.NOTHING)
        ? server
        : place(HostKey.NOTHING).server();
  }

  private ForkServerPlace place(String environment) {
    return places.computeIfAbsent(
        environment,
        name ->
            new ForkServerPlace(
                () -> ForkServer.start(interpreter, sources, packages(name), timeout)));
  }

  private static List<String> packages(String environment) {
    return environment.equals(HostKey.NOTHING) ? List.of() : List.of(environment);
  }

  /** Why workers are started directly; nothing if they are forked. */
  Optional<String> reasonForDirectStart() {
    ForkServerPlace place = place(HostKey.NOTHING);
    return place.running().isPresent() ? Optional.empty() : Optional.of(place.reason());
  }

  /** The ids of the processes by environment, of those that run. */
  List<String> running() {
    List<String> texts = new ArrayList<>();
    places.forEach(
        (name, place) ->
            place
                .running()
                .ifPresent(server -> texts.add("pid %d, %s".formatted(server.pid(), name))));
    return texts.stream().sorted().toList();
  }

  @Override
  public void close() {
    places.values().forEach(ForkServerPlace::close);
  }
}
