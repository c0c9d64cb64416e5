package dev.graft.python.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The CPython of the class path, for this platform. */
public final class PythonBundle {
  /** Changed whenever the same jars are laid out differently. */
  private static final String LAYOUT = "1";

  private final Platform platform;
  private final Map<String, String> versions;
  private final List<BundleJar> jars;

  private PythonBundle(Platform platform, Map<String, String> versions, List<BundleJar> jars) {
    this.platform = platform;
    this.versions = versions;
    this.jars = jars;
  }

  /** The bundle, if the class path has a CPython for this platform. */
  public static Optional<PythonBundle> find(ClassLoader loader) {
    Platform platform = Platform.current();
    String name = platform.classifier();
    String root = "org/bytedeco/";
    String site = "/" + name + "/python/";
    Map<String, Optional<BundleJar>> found = new TreeMap<>();
    found.put(
        "cpython",
        BundleJar.find(
            loader, root + "cpython/" + name + "/bin/python3.12", FolderMapping.cpython(name)));
    found.put(
        "numpy",
        BundleJar.find(
            loader, root + "numpy" + site + "numpy/__init__.py", FolderMapping.numpy(name)));
    found.put(
        "scipy",
        BundleJar.find(
            loader, root + "scipy" + site + "scipy/__init__.py", FolderMapping.scipy(name)));
    found.put(
        "openblas",
        BundleJar.find(
            loader, root + "openblas/" + name + "/include/cblas.h", FolderMapping.openblas(name)));
    if (found.values().stream().noneMatch(Optional::isPresent)
        || found.getOrDefault("cpython", Optional.empty()).isEmpty()) {
      return Optional.empty();
    }
    Properties known = properties();
    Map<String, String> versions = new TreeMap<>();
    List<BundleJar> jars = new ArrayList<>();
    found.forEach(
        (artifact, jar) ->
            jar.ifPresent(
                present -> {
                  versions.put(artifact, known.getProperty(artifact, "unknown"));
                  jars.add(present);
                }));
    return Optional.of(new PythonBundle(platform, versions, List.copyOf(jars)));
  }

  /** The version of CPython, for example {@code 3.12.1}. */
  public String version() {
    return versions.getOrDefault("cpython", "unknown").replaceFirst("-.*", "");
  }

  /** The folder below the cache that the files are unpacked to: another one for other files. */
  Path place(Path cache) {
    String content = "layout=" + LAYOUT + versions;
    String name = "%s-%s-%08x".formatted(version(), platform.classifier(), content.hashCode());
    return cache.resolve("python").resolve(name);
  }

  /** Whether it needs no unpacking any more. */
  public boolean isUnpacked(Path cache) {
    return Files.isDirectory(place(cache));
  }

  /** The files below a cache directory, unpacked now if they are not there yet. */
  public BundledPython unpack(Path cache) throws IOException {
    Path home =
        new CacheFolder(place(cache.toAbsolutePath().normalize()))
            .orFill(
                parts -> {
                  for (BundleJar jar : jars) {
                    jar.unpackTo(parts);
                  }
                });
    Map<String, String> environment =
        Map.of(
            platform.libraryPath(),
            home + ":" + home.resolve("openblas"),
            // One thread each: pipelines run many workers, and results must not vary.
            "OPENBLAS_NUM_THREADS",
            "1",
            "OMP_NUM_THREADS",
            "1");
    return new BundledPython(home, home.resolve("bin/python3.12"), environment);
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (@Nullable InputStream in = PythonBundle.class.getResourceAsStream("bundle.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
