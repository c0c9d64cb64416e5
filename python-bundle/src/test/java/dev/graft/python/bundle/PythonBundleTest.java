package dev.graft.python.bundle;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The bundled CPython runs with nothing installed, and is unpacked exactly once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PythonBundleTest {
  private final PythonBundle bundle =
      PythonBundle.find(PythonBundleTest.class.getClassLoader()).orElseThrow();
  private final BundledPython python;

  PythonBundleTest(@TempDir Path cache) throws IOException {
    python = bundle.unpack(cache);
  }

  @BeforeAll
  void hasItsOwnHome() throws Exception {
    assertThat(run("import sys; print(sys.prefix)")).isEqualTo(python.home().toString());
  }

  @Test
  void isTheVersionThatItSays() throws Exception {
    assertThat(bundle.version()).isEqualTo("3.12.1");
    assertThat(run("import platform; print(platform.python_version())")).isEqualTo("3.12.1");
  }

  @Test
  void importsNumpyAndScipy() throws Exception {
    assertThat(
            run(
                "import numpy, scipy, scipy.signal, scipy.linalg; print(numpy.__version__,"
                    + " scipy.__version__, scipy.linalg.det(numpy.eye(3)))"))
        .isEqualTo("1.26.3 1.12.0 1.0");
  }

  @Test
  void importsTheNativeModulesOfTheStandardLibrary() throws Exception {
    assertThat(
            run(
                "import ssl, sqlite3, ctypes, asyncio, decimal, zlib, lzma, bz2, hashlib,"
                    + " multiprocessing.shared_memory, unittest; print('all')"))
        .isEqualTo("all");
  }

  @Test
  void isUnpackedOnceByManyAtATime(@TempDir Path cache) throws Exception {
    List<Future<BundledPython>> futures = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (int i = 0; i < 3; i++) {
        futures.add(threads.submit(() -> bundle.unpack(cache)));
      }
    }
    for (Future<BundledPython> future : futures) {
      assertThat(future.get()).isEqualTo(futures.getFirst().get());
    }
    assertThat(bundle.isUnpacked(cache)).isTrue();
    try (Stream<Path> files = Files.list(cache.resolve("python"))) {
      assertThat(files.map(p -> p.getFileName().toString()).filter(n -> !n.endsWith(".lock")))
          .hasSize(1);
    }
  }

  @Test
  void cleansUpWhatAKilledProcessLeft(@TempDir Path cache) throws Exception {
    Path place = bundle.place(cache);
    Path stale = place.resolveSibling(place.getFileName() + ".parts").resolve("bin/stale");
    Files.createDirectories(stale.resolveSibling("."));
    Files.writeString(stale, "half");
    assertThat(Files.exists(bundle.unpack(cache).home().resolve("bin/stale"))).isFalse();
  }

  @Test
  void knowsPlatforms() {
    assertThat(Platform.of("Linux", "amd64").classifier()).isEqualTo("linux-x86_64");
    assertThat(Platform.of("Linux", "aarch64").classifier()).isEqualTo("linux-arm64");
    assertThat(Platform.of("Mac OS X", "aarch64").classifier()).isEqualTo("macosx-arm64");
  }

  /** Isolated mode: neither variables nor the working directory say where modules are. */
  private String run(String code) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(python.executable().toString(), "-I", "-c", code)
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(python.environment());
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertWithMessage(output).that(process.waitFor()).isEqualTo(0);
    return output;
  }
}
