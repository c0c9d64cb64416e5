package dev.graft.runtime.manifest;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.backend.Streaming;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import dev.graft.runtime.permission.Permission;
import dev.graft.runtime.permission.PermissionException;
import dev.graft.runtime.permission.PermissionReader;
import dev.graft.value.Suggestions;
import dev.graft.value.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a manifest and checks its form. */
public final class ManifestReader {
  private static final List<String> KEYS =
      List.of("$schema", "version", "name", "nodes", "connections", "python", "on_error");
  private static final List<String> NODE_KEYS =
      List.of(
          "id",
          "type",
          "params",
          "backend",
          "prefer",
          "permissions",
          "on_error",
          "deadline_ms",
          "isolated",
          "limits",
          "fan_in",
          "streaming",
          "environment",
          "parallelism");

  /** A Python that does nothing needs about half of it. */
  private static final long LEAST_MEMORY_MB = 64;

  /** A worker has some open before any node does. */
  private static final long LEAST_FILES = 16;

  private static final long MOST = Integer.MAX_VALUE;

  /** Each has a thread, and in Python an interpreter: more is a mistake rather than a wish. */
  private static final long MOST_PARALLEL = 256;

  private final Path directory;
  private final List<String> problems = new ArrayList<>();

  private ManifestReader(Path directory) {
    this.directory = directory;
  }

  /**
   * The manifest of a file.
   *
   * @throws ManifestException if the file is not there or not a manifest
   */
  public static Manifest read(Path file) throws ManifestException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ManifestException(
          List.of(file + ": there is no such file. Give the path of a manifest."));
    } catch (IOException e) {
      throw new ManifestException(List.of(file + ": cannot be read (" + e.getMessage() + ")."));
    }
    Path parent = file.toAbsolutePath().getParent();
    return read(text, file.toString(), parent == null ? file.toAbsolutePath() : parent);
  }

  /**
   * The manifest of a text.
   *
   * @param text JSON
   * @param source what to call it in messages
   * @param directory where relative paths start
   * @throws ManifestException if it is not a manifest
   */
  public static Manifest read(String text, String source, Path directory) throws ManifestException {
    ManifestReader reader = new ManifestReader(directory);
    Object tree;
    try {
      tree = TypedJson.read(text, source);
    } catch (JsonFormatException e) {
      throw new ManifestException(List.of(String.valueOf(e.getMessage())));
    }
    if (!(tree instanceof Map<?, ?> map)) {
      throw new ManifestException(
          List.of(source + ": a manifest is a JSON object, got " + Values.describe(tree) + "."));
    }
    Manifest manifest = reader.manifest(new JsonObject(map, "", reader.problems));
    if (!reader.problems.isEmpty()) {
      throw new ManifestException(
          reader.problems.stream().map(problem -> source + ": " + problem).toList());
    }
    return manifest;
  }

  private Manifest manifest(JsonObject root) {
    root.knows(KEYS);
    String version = root.requiredText("version");
    if (!version.isEmpty() && !version.equals("1")) {
      root.problem("version", "must be \"1\", got \"" + version + "\".");
    }
    List<NodeSpec> nodes = new ArrayList<>();
    for (JsonObject node : root.children("nodes")) {
      nodes.add(node(node));
    }
    if (nodes.isEmpty() && problems.isEmpty()) {
      root.problem("nodes", "is required, give at least one node.");
    }
    checkIds(root, nodes);
    PythonSpec python = python(root.child("python"));
    EnvironmentReader.check(
        root, nodes, python.environments().stream().map(EnvironmentSpec::name).toList());
    List<Manifest.Connection> connections = new ArrayList<>();
    for (JsonObject connection : root.children("connections")) {
      connection.knows(List.of("from", "to"));
      connections.add(
          new Manifest.Connection(
              port(connection, "from", "out", nodes), port(connection, "to", "in", nodes)));
    }
    return new Manifest(
        root.requiredText("name"),
        nodes,
        connections,
        python,
        policy(root).orElse(new ErrorPolicy.Fail()),
        directory);
  }

  private NodeSpec node(JsonObject node) {
    node.knows(NODE_KEYS);
    Optional<BackendId> backend = node.text("backend").flatMap(text -> backend(node, text));
    List<BackendId> prefer = new ArrayList<>();
    for (Object item : node.list("prefer")) {
      backend(node, String.valueOf(item)).ifPresent(prefer::add);
    }
    if (backend.isPresent() && node.has("prefer")) {
      node.problem("prefer", "cannot stand beside \"backend\". Keep one of them.");
    }
    return new NodeSpec(
        node.requiredText("id"),
        node.requiredText("type"),
        node.map("params"),
        backend,
        prefer,
        permissions(node),
        policy(node),
        node.milliseconds("deadline_ms"),
        node.flag("isolated"),
        limits(node.child("limits")),
        fanIn(node),
        (int) node.number("parallelism", 1, MOST_PARALLEL).orElse(1),
        node.text("streaming").flatMap(text -> streaming(node, text)),
        node.text("environment"));
  }

  private static FanIn fanIn(JsonObject node) {
    Optional<String> text = node.text("fan_in");
    Optional<FanIn> known = text.flatMap(FanIn::of);
    if (text.isPresent() && known.isEmpty()) {
      node.problem(
          "fan_in",
          "must be \"arrival\" or \"zip\", got \"%s\". %s"
              .formatted(text.get(), Suggestions.hint(text.get(), FanIn.names())));
    }
    return known.orElse(FanIn.ARRIVAL);
  }

  private static Optional<Streaming> streaming(JsonObject node, String text) {
    Optional<Streaming> streaming = Streaming.of(text);
    if (streaming.isEmpty()) {
      List<String> known = Arrays.stream(Streaming.values()).map(Streaming::text).toList();
      node.problem(
          "streaming",
          "must be \"item\" or \"whole\", got \"%s\". %s"
              .formatted(text, Suggestions.hint(text, known)));
    }
    return streaming;
  }

  private static ResourceLimits limits(JsonObject limits) {
    limits.knows(List.of("memory_mb", "cpu_s", "open_files"));
    return new ResourceLimits(
        limits.number("memory_mb", LEAST_MEMORY_MB, MOST),
        limits.number("cpu_s", 1, MOST),
        limits.number("open_files", LEAST_FILES, MOST));
  }

  private List<Permission> permissions(JsonObject node) {
    List<Permission> permissions = new ArrayList<>();
    int index = 0;
    for (Object item : node.list("permissions")) {
      String place = "permissions[" + index++ + "]";
      if (item instanceof String text) {
        try {
          permissions.add(PermissionReader.read(text, directory));
        } catch (PermissionException e) {
          node.problem(place, String.valueOf(e.getMessage()));
        }
      } else {
        node.problem(place, "must be a text, got " + Values.describe(item) + ".");
      }
    }
    return permissions;
  }

  private static Optional<BackendId> backend(JsonObject node, String text) {
    Optional<BackendId> backend = BackendId.of(text);
    if (backend.isEmpty()) {
      List<String> known = Arrays.stream(BackendId.values()).map(BackendId::text).toList();
      node.problem(
          node.has("backend") ? "backend" : "prefer",
          "there is no backend \"%s\". %s".formatted(text, Suggestions.hint(text, known)));
    }
    return backend;
  }

  private Optional<ErrorPolicy> policy(JsonObject owner) {
    if (!owner.has("on_error")) {
      return Optional.empty();
    }
    return switch (owner.get("on_error")) {
      case String text when text.equals("fail") -> Optional.of(new ErrorPolicy.Fail());
      case String text when text.equals("skip") -> Optional.of(new ErrorPolicy.Skip());
      case Map<?, ?> map when map.size() == 1 && map.get("dead_letter") instanceof String file ->
          Optional.of(new ErrorPolicy.DeadLetter(directory.resolve(file)));
      case null, default -> {
        owner.problem(
            "on_error", "must be \"fail\", \"skip\" or {\"dead_letter\": \"FILE.jsonl\"}.");
        yield Optional.empty();
      }
    };
  }

  private PythonSpec python(JsonObject python) {
    python.knows(List.of("nodes", "roots", "aliases", "interpreter", "environments"));
    List<PythonSpec.File> files = new ArrayList<>();
    List<PythonSpec.PayloadFile> payloads = new ArrayList<>();
    for (Object item : python.list("nodes")) {
      switch (item) {
        case String file ->
            files.add(new PythonSpec.File(directory.resolve(file), Optional.empty()));
        case Map<?, ?> map when map.get("file") instanceof String file -> {
          Optional<String> as = Optional.ofNullable(map.get("as")).map(String::valueOf);
          files.add(new PythonSpec.File(directory.resolve(file), as));
        }
        case Map<?, ?> map
            when map.size() == 2
                && map.get("payload") instanceof String file
                && map.get("type") instanceof String type
                && !type.isBlank() ->
            payloads.add(new PythonSpec.PayloadFile(directory.resolve(file), type));
        case null, default ->
            python.problem(
                "nodes",
                "holds paths, or objects {\"file\": …, \"as\": \"package\"} or {\"payload\": …, \"type\":"
                    + " \"name\"}.");
      }
    }
    Map<String, String> aliases = new LinkedHashMap<>();
    python.map("aliases").forEach((name, target) -> aliases.put(name, String.valueOf(target)));
    List<Path> roots =
        python.list("roots").stream().map(root -> directory.resolve("" + root)).toList();
    return new PythonSpec(
        files,
        roots,
        aliases,
        python.text("interpreter").map(directory::resolve),
        payloads,
        new EnvironmentReader(directory).environments(python));
  }

  private static Manifest.PortRef port(
      JsonObject connection, String key, String defaultPort, List<NodeSpec> nodes) {
    String text = connection.requiredText(key);
    int dot = text.indexOf('.');
    String node = dot < 0 ? text : text.substring(0, dot);
    List<String> ids = nodes.stream().map(NodeSpec::id).distinct().toList();
    if (!text.isEmpty() && !ids.contains(node)) {
      connection.problem(
          key, "there is no node \"%s\". %s".formatted(node, Suggestions.hint(node, ids)));
    }
    return new Manifest.PortRef(node, dot < 0 ? defaultPort : text.substring(dot + 1));
  }

  private static void checkIds(JsonObject root, List<NodeSpec> nodes) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      String id = nodes.get(i).id();
      if (!id.isEmpty() && !seen.add(id)) {
        root.problem("nodes[" + i + "].id", "\"" + id + "\" is taken. Give each node its own id.");
      }
      if (id.indexOf('.') >= 0) {
        root.problem("nodes[" + i + "].id", "must not contain a dot: a dot separates the port.");
      }
    }
  }
}
