package dev.graft.python.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The files of one jar for one platform.
 *
 * @param witness an entry that the jar surely has
 * @param folders where its folders go
 */
record BundleJar(URL witness, FolderMapping folders) {

  /** The jar on the class path that has the entry. */
  static Optional<BundleJar> find(ClassLoader loader, String entry, FolderMapping folders) {
    @Nullable URL url = loader.getResource(entry);
    return url != null && url.getProtocol().equals("jar")
        ? Optional.of(new BundleJar(url, folders))
        : Optional.empty();
  }

  /** Writes the files that are wanted below a folder. */
  void unpackTo(Path home) throws IOException {
    URLConnection connection = witness.openConnection();
    // A cached connection would hand out a JarFile that others of this JVM read and close.
    connection.setUseCaches(false);
    try (JarFile jar = ((JarURLConnection) connection).getJarFile()) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        Optional<String> target = folders.target(entry.getName());
        if (!entry.isDirectory() && target.isPresent()) {
          write(jar, entry, inside(home, target.get()));
        }
      }
    }
  }

  private static void write(JarFile jar, JarEntry entry, Path target) throws IOException {
    Files.createDirectories(target.resolveSibling("."));
    try (InputStream content = jar.getInputStream(entry)) {
      Files.copy(content, target);
    }
    // The jars keep no file modes: programs are known by their place.
    if (entry.getName().contains("/bin/") && !target.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + target + " executable");
    }
  }

  private static Path inside(Path home, String target) throws IOException {
    Path path = home.resolve(target).normalize();
    if (!path.startsWith(home)) {
      throw new IOException("the entry " + target + " would leave " + home);
    }
    return path;
  }
}
