package dev.graft.bench.compile;

import dev.graft.bench.files.FolderRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures what the processor adds to the compilation of many nodes. */
public final class CompileBench {
  private static final List<Integer> COUNTS = List.of(250, 500, 1000);
  private static final int QUICK_ROUNDS = 6;
  private static final int FULL_ROUNDS = 12;

  private CompileBench() {}

  /** Measures. */
  public static CompileSection run(boolean full) throws IOException {
    return run(COUNTS, full ? FULL_ROUNDS : QUICK_ROUNDS);
  }

  /** Measures so many nodes in so many rounds. */
  public static CompileSection run(List<Integer> counts, int rounds) throws IOException {
    Path folder = Files.createTempDirectory("graft-compile");
    try {
      Compiler compiler = new Compiler(folder.resolve("out"));
      List<CompileRounds> sizes = new ArrayList<>();
      for (int count : counts) {
        sizes.add(new CompileRounds(count, compiler));
      }
      for (int round = 1; round <= rounds; round++) {
        for (CompileRounds size : sizes) {
          size.measure();
        }
        System.err.printf("compile round %d of %d%n", round, rounds);
      }
      return new CompileSection(sizes.stream().map(CompileRounds::size).toList());
    } finally {
      Files.walkFileTree(folder, new FolderRemoval());
    }
  }
}
