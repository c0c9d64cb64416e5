package dev.graft.compat.run;

import dev.graft.compat.subject.NodeHost;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
import dev.graft.runtime.limits.LimitationsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Finds the known limitations: those that come with nodes, in their jars, and those of a file. */
final class LimitationFiles {
  private LimitationFiles() {}

  static List<Limitation> read(CompatOptions options, NodeHost host) throws CompatUsageException {
    List<Limitation> all = new ArrayList<>();
    try {
      if (options.selection().builtIn()) {
        all.addAll(host.limitations());
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
}
