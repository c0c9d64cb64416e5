package dev.graft.compat.run;

import dev.graft.compat.limits.Limitation;
import dev.graft.compat.limits.LimitationsException;
import dev.graft.compat.limits.LimitationsReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Finds the known limitations: those of the SDK's own nodes, and those of a file. */
final class LimitationFiles {
  private static final String BUILT_IN = "/limitations.json";

  private LimitationFiles() {}

  static List<Limitation> read(CompatOptions options) throws CompatUsageException {
    List<Limitation> all = new ArrayList<>();
    try {
      if (options.builtIn()) {
        all.addAll(LimitationsReader.read(builtIn(), "limitations.json of the SDK"));
      }
      if (options.limitations().isPresent()) {
        String file = options.limitations().get().toString();
        all.addAll(LimitationsReader.read(Files.readString(options.limitations().get()), file));
      }
    } catch (LimitationsException e) {
      throw new CompatUsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CompatUsageException("cannot read the known limitations: " + e);
    }
    return List.copyOf(all);
  }

  private static String builtIn() throws IOException {
    try (InputStream in = LimitationFiles.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IOException("limitations.json is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
