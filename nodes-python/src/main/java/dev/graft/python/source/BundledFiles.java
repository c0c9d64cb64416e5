package dev.graft.python.source;

import dev.graft.runtime.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Python package {@code graft}, as it lies in this module. Immutable. */
public final class BundledFiles {
  /** Where the files are, as resources. */
  public static final String FOLDER = "META-INF/graft/python/";

  /** The list of them, made by the build. */
  public static final String LISTING = "META-INF/graft/python-files.txt";

  /** Nodes that run what is not Graft's own: pickles, code and models that come as data. */
  private static final Set<String> RUN_OTHERS =
      Set.of(
          "graft/nodes/code_executor.py",
          "graft/nodes/qwen_omni.py",
          "graft/nodes/serialized_class_executor.py",
          "graft/nodes/transformers_pipeline.py",
          "graft/nodes/ultravox.py",
          "graft/nodes/whisper_transcription.py");

  private final Map<String, String> texts;

  private BundledFiles(Map<String, String> texts) {
    this.texts = Collections.unmodifiableMap(texts);
  }

  /** Reads all files; together they are as large as one picture. */
  public static BundledFiles load() {
    Map<String, String> texts = new LinkedHashMap<>();
    resource(LISTING).lines().forEach(path -> texts.put(path, resource(FOLDER + path)));
    return new BundledFiles(texts);
  }

  /** The texts by path, for example {@code graft/host.py}. */
  public Map<String, String> texts() {
    return texts;
  }

  /**
   * The hashes of the texts that run nothing but Graft's own code. What ran another text is not
   * used again: nobody knows what it left behind.
   */
  public Set<String> ownHashes() {
    return texts.entrySet().stream()
        .filter(file -> !RUN_OTHERS.contains(file.getKey()))
        .map(file -> Sha256.of(file.getValue()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The module of that full name. */
  public Optional<PythonFile> module(String fullName) {
    String base = fullName.replace('.', '/');
    return file(base + ".py", false).or(() -> file(base + "/__init__.py", true));
  }

  /** A hash of all texts: another one for another build. */
  public String hash() {
    return Sha256.of(
        texts.entrySet().stream()
            .map(entry -> entry.getKey() + "\n" + entry.getValue())
            .collect(Collectors.joining("\n")));
  }

  private Optional<PythonFile> file(String path, boolean isPackage) {
    return Optional.ofNullable(texts.get(path)).map(text -> new PythonFile(path, text, isPackage));
  }

  /** The text of a resource of this module. */
  public static String resource(String name) {
    try (@Nullable InputStream in = BundledFiles.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing: this build is incomplete");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
