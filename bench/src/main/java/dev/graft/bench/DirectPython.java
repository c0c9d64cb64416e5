package dev.graft.bench;

import dev.graft.python.bundle.BundledPython;
import dev.graft.python.bundle.PythonBundle;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Calls the same Python classes directly inside the bundled CPython, in a process of its own. */
final class DirectPython {
  private DirectPython() {}

  /** Microseconds per call by group; empty where there is no bundled CPython. */
  static Map<String, Double> measure() throws IOException, InterruptedException {
    Optional<PythonBundle> bundle = PythonBundle.find(DirectPython.class.getClassLoader());
    if (bundle.isEmpty()) {
      return Map.of();
    }
    BundledPython python = bundle.get().unpack(BackendSettings.ofUser().cache());
    Path folder = BenchPlans.ownNodes();
    unpackGraft(folder);
    Files.write(folder.resolve("direct.py"), resource("/dev/graft/bench/direct.py"));
    ProcessBuilder builder =
        new ProcessBuilder(
            python.executable().toString(),
            "-I",
            folder.resolve("direct.py").toString(),
            folder.toString());
    builder.environment().clear();
    builder.environment().putAll(python.environment());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the direct calls failed: " + out);
    }
    return micros(out);
  }

  private static Map<String, Double> micros(String json) throws IOException {
    Map<String, Double> micros = new LinkedHashMap<>();
    try {
      Object tree = TypedJson.read(json, "direct.py");
      ((Map<?, ?>) Objects.requireNonNull(tree))
          .forEach((group, time) -> micros.put((String) group, (Double) time));
    } catch (JsonFormatException e) {
      throw new IOException(e);
    }
    return micros;
  }

  private static void unpackGraft(Path folder) throws IOException {
    List<String> files =
        new String(resource("/META-INF/graft/python-files.txt"), StandardCharsets.UTF_8)
            .lines()
            .toList();
    for (String file : files) {
      Path target = folder.resolve(file);
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.write(target, resource("/META-INF/graft/python/" + file));
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = DirectPython.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
