package dev.graft.runtime.edit;

import dev.graft.runtime.json.TypedJson;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the nodes of a manifest in JSON that was read before, and so is well-formed. */
final class JsonNodes {
  private final String text;
  private final JsonParser tokens;

  private JsonNodes(String text, JsonParser tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  static NodeText find(String text, int index) {
    try (JsonParser tokens = TypedJson.tokens(text)) {
      return new JsonNodes(text, tokens).find(index);
    }
  }

  private NodeText find(int index) {
    tokens.nextToken();
    while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isNodes = tokens.currentName().equals("nodes");
      tokens.nextToken();
      if (isNodes) {
        for (int i = 0; i < index; i++) {
          tokens.nextToken();
          tokens.skipChildren();
        }
        tokens.nextToken();
        return node();
      }
      tokens.skipChildren();
    }
    throw new IllegalStateException("a manifest has nodes");
  }

  private NodeText node() {
    List<NodeText.Entry> entries = new ArrayList<>();
    while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = tokens.currentName();
      int key = here();
      tokens.nextToken();
      int from = here();
      tokens.skipChildren(); // then at the closing bracket, or still at the only token
      entries.add(new NodeText.Entry(name, key, from, end(here())));
    }
    return new NodeText(false, entries);
  }

  private int here() {
    return (int) tokens.currentTokenLocation().getCharOffset();
  }

  /** Where a bracket or a text ends; of other values nobody asks. */
  private int end(int from) {
    if (text.charAt(from) != '"') {
      return from + 1;
    }
    int at = from + 1;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
