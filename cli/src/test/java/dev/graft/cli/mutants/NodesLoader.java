package dev.graft.cli.mutants;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads all of the SDK's nodes and Python's rules anew, the wrong classes in place of the right
 * ones. All of them, since a package that two loaders share is two packages.
 */
public final class NodesLoader extends ClassLoader {
  private final Map<String, byte[]> wrong;

  /** Wrong classes by name, and the loader of the right ones. */
  public NodesLoader(Map<String, byte[]> wrong, ClassLoader right) {
    super(right);
    this.wrong = wrong;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(NativeSources.NODES + '.')
        && !name.startsWith(NativeSources.RULES + '.')) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** The class files, too: a backend says by their hash which code it ran. */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    if (name.endsWith(".class")) {
      String type = name.substring(0, name.length() - ".class".length()).replace('/', '.');
      if (wrong.containsKey(type)) {
        return new ByteArrayInputStream(wrong.get(type));
      }
    }
    return super.getResourceAsStream(name);
  }
}
