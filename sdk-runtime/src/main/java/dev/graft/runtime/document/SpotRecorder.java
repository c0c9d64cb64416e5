package dev.graft.runtime.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Notes where everything stands while somebody else makes values of the tokens. Passes over the
 * root's {@code $schema}, which speaks to editors.
 */
final class SpotRecorder extends JsonParserDelegate {
  private static final String SCHEMA = "$schema";

  private final Deque<Spot> open = new ArrayDeque<>();
  private final List<Document.Repeated> repeated = new ArrayList<>();
  private @Nullable Spot root;
  private @Nullable String key;
  private Position keyAt = Position.START;

  SpotRecorder(JsonParser tokens) {
    super(tokens);
  }

  /** What was read up to now. */
  Document document(@Nullable Object value) {
    return new Document(value, root == null ? Spot.root(Position.START) : root, repeated);
  }

  /** Where the token begins that was read last. */
  Position here() {
    TokenStreamLocation at = currentTokenLocation();
    return new Position(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  /** The innermost array or object that is not closed yet. */
  Optional<Spot> innermost() {
    return Optional.ofNullable(open.peek());
  }

  @Override
  public @Nullable JsonToken nextToken() {
    JsonToken token = super.nextToken();
    while (token == JsonToken.PROPERTY_NAME && open.size() == 1 && SCHEMA.equals(currentName())) {
      super.nextToken();
      skipChildren();
      token = super.nextToken();
    }
    if (token != null) {
      note(token);
    }
    return token;
  }

  private void note(JsonToken token) {
    switch (token) {
      case PROPERTY_NAME -> {
        keyAt = here();
        key = currentName();
        noteRepeated(key);
      }
      case START_OBJECT, START_ARRAY -> open.push(spot());
      case END_OBJECT, END_ARRAY -> open.pop();
      default -> spot();
    }
  }

  private Spot spot() {
    Spot around = open.peek();
    String name = key;
    key = null;
    if (around == null) {
      root = Spot.root(here());
      return root;
    }
    return name == null ? around.addItem(here()) : around.addEntry(name, keyAt, here());
  }

  private void noteRepeated(String name) {
    Spot around = open.element();
    around
        .entry(name)
        .ifPresent(first -> repeated.add(new Document.Repeated(first.path(), first.key(), keyAt)));
  }
}
