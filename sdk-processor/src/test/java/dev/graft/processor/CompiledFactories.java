package dev.graft.processor;

import com.google.testing.compile.Compilation;
import dev.graft.registry.NodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Loads the factories that a compilation made, so that tests can run them. */
final class CompiledFactories extends ClassLoader {
  private final Map<String, byte[]> classes = new HashMap<>();

  private CompiledFactories(Compilation compilation) throws IOException {
    super(CompiledFactories.class.getClassLoader());
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String path = file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", "");
        try (InputStream in = file.openInputStream()) {
          classes.put(path.replace('/', '.').replaceFirst("\\.class$", ""), in.readAllBytes());
        }
      }
    }
  }

  /** The factory of a golden case. */
  static NodeFactory load(String goldenCase, String factoryClass) {
    TestCase golden =
        TestCase.all("golden").stream()
            .filter(c -> c.name().equals(goldenCase))
            .findFirst()
            .orElseThrow();
    try {
      CompiledFactories loader =
          new CompiledFactories(Compilations.compile(golden.sources("input"), List.of()));
      return (NodeFactory) loader.loadClass(factoryClass).getConstructor().newInstance();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] content = classes.get(name);
    if (content == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, content, 0, content.length);
  }
}
