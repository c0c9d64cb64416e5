package dev.graft.runtime.limits;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
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
    List<Limitation> all = new ArrayList<>();
    try {
      Enumeration<URL> files = loader.getResources(RESOURCE);
      while (files.hasMoreElements()) {
        URL file = files.nextElement();
        try (InputStream in = file.openStream()) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          all.addAll(LimitationsReader.read(text, file.toString()));
        }
      }
    } catch (IOException e) {
      throw new LimitationsException(RESOURCE, "cannot be read: " + e.getMessage());
    }
    return List.copyOf(all);
  }
}
