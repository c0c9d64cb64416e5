package dev.graft.runtime.edit;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.document.Document;
import dev.graft.runtime.document.DocumentException;
import dev.graft.runtime.document.JsonDocument;
import dev.graft.runtime.document.YamlDocument;
import dev.graft.runtime.manifest.ManifestReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes the text of a manifest that was read before. */
public final class ManifestEditor {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ManifestEditor() {}

  /**
   * The text in which a node has this backend and no other, and all else is as it was.
   *
   * @param text of a manifest that could be read
   * @param source its name: YAML if it ends with {@code .yaml} or {@code .yml}
   * @param index which node it is, from 0
   * @throws EditException if that is not possible
   */
  public static String withBackend(String text, String source, int index, BackendId backend)
      throws EditException {
    boolean isMarked = text.startsWith(BYTE_ORDER_MARK);
    String content = isMarked ? text.substring(1) : text;
    boolean isYaml = ManifestReader.isYaml(source);
    NodeText node = isYaml ? YamlNodes.find(content, index) : JsonNodes.find(content, index);
    String changed = BackendText.with(content, node, backend);
    if (!Objects.equals(meant(read(content, isYaml), index, backend), read(changed, isYaml))) {
      throw new EditException("it would change more than this node");
    }
    return isMarked ? BYTE_ORDER_MARK + changed : changed;
  }

  private static @Nullable Object read(String text, boolean isYaml) throws EditException {
    try {
      Document document = isYaml ? YamlDocument.read(text) : JsonDocument.read(text);
      return document.value();
    } catch (DocumentException e) {
      throw new EditException("the file could not be read any more (" + e.fact() + ")");
    }
  }

  private static @Nullable Object meant(@Nullable Object tree, int index, BackendId backend) {
    if (!(tree instanceof Map<?, ?> root) || !(root.get("nodes") instanceof List<?> nodes)) {
      return tree;
    }
    List<@Nullable Object> others = new ArrayList<>(nodes);
    if (others.get(index) instanceof Map<?, ?> node) {
      Map<@Nullable Object, @Nullable Object> changed = new LinkedHashMap<>(node);
      changed.remove("prefer");
      changed.put("backend", backend.text());
      others.set(index, changed);
    }
    Map<@Nullable Object, @Nullable Object> whole = new LinkedHashMap<>(root);
    whole.put("nodes", others);
    return whole;
  }
}
