package dev.graft.runtime.limits;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/** The known limitations that come with nodes: a file in each jar that has some. */
public final class KnownLimitations {
  /** Where a jar has them. */
  public static final String RESOURCE = "META-INF/graft/limitations.json";

  private KnownLimitations() {}

  /**
   * All that a class loader sees.
   *
   * @throws LimitationsException if a file is not what it must be
   */
  public static List<Limitation> of(ClassLoader loader) throws LimitationsException {
    try {
      return read(loader.getResources(RESOURCE));
    } catch (IOException e) {
      throw new LimitationsException(RESOURCE, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * What the jars of a plugin say, without those of the program that loads it.
   *
   * @throws LimitationsException if a file is not what it must be
   */
  public static List<Limitation> ofPlugin(URLClassLoader plugin) throws LimitationsException {
    try {
      return read(plugin.findResources(RESOURCE));
    } catch (IOException e) {
      throw new LimitationsException(RESOURCE, "cannot be read: " + e.getMessage());
    }
  }

  private static List<Limitation> read(Enumeration<URL> files)
      throws IOException, LimitationsException {
    List<Limitation> all = new ArrayList<>();
    while (files.hasMoreElements()) {
      URL file = files.nextElement();
      URLConnection connection = file.openConnection();
      connection.setUseCaches(false); // or the jar stays open after the plugin is closed
      try (InputStream in = connection.getInputStream()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        all.addAll(LimitationsReader.read(text, file.toString()));
      }
    }
    return List.copyOf(all);
  }
}
