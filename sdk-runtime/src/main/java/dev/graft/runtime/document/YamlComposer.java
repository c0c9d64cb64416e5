package dev.graft.runtime.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.util.TokenBuffer;

/** Makes tokens of JSON of the events of one YAML document. */
final class YamlComposer {
  /** A manifest has some hundred; aliases of aliases can make billions of a few lines. */
  private static final int MOST_TOKENS = 100_000;

  private static final SpecVersion VERSION = new SpecVersion(1, 2);
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<Anchor, Span> anchors = new HashMap<>();
  private boolean begun;

  /** A token: the start or end of a container, a key, or a scalar. */
  private sealed interface Token {
    Position at();

    record Mark(Kind kind, Position at) implements Token {}

    record Key(String name, Position at) implements Token {}

    record Value(YamlScalar scalar, Position at) implements Token {}
  }

  private enum Kind {
    START_OBJECT,
    END_OBJECT,
    START_ARRAY,
    END_ARRAY
  }

  /** The tokens of what an anchor names, from the first to before the last. */
  private record Span(int from, int to) {}

  /** A container that is not closed yet. */
  private static final class Open {
    final boolean isMapping;
    final @Nullable Anchor anchor;
    final int from;
    boolean wantsKey;

    Open(boolean isMapping, @Nullable Anchor anchor, int from) {
      this.isMapping = isMapping;
      this.wantsKey = isMapping;
      this.anchor = anchor;
      this.from = from;
    }
  }

  YamlTokens tokens(String text) throws DocumentException {
    try {
      for (Event event : new Parse(SETTINGS).parseString(text)) {
        take(event);
      }
    } catch (YamlEngineException e) {
      throw YamlSyntax.explain(e);
    }
    TokenBuffer buffer = new TokenBuffer(ObjectWriteContext.empty(), false);
    List<Position> positions = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      write(token, buffer);
      positions.add(token.at());
    }
    return new YamlTokens(buffer, positions);
  }

  private void take(Event event) throws DocumentException {
    Position at = position(event.getStartMark());
    switch (event) {
      case DocumentStartEvent start -> begin(start, at);
      case AliasEvent alias -> repeat(alias.getAlias(), at);
      case ScalarEvent scalar -> scalar(scalar, at);
      case MappingStartEvent start -> {
        beginValue(start, at, start.getTag());
        push(true, start, new Token.Mark(Kind.START_OBJECT, at));
      }
      case SequenceStartEvent start -> {
        beginValue(start, at, start.getTag());
        push(false, start, new Token.Mark(Kind.START_ARRAY, at));
      }
      case MappingEndEvent end -> pop(new Token.Mark(Kind.END_OBJECT, at));
      case SequenceEndEvent end -> pop(new Token.Mark(Kind.END_ARRAY, at));
      default -> {
        // The end of the document and of the stream tell nothing.
      }
    }
  }

  private void begin(DocumentStartEvent start, Position at) throws DocumentException {
    if (begun) {
      throw new DocumentException(
          at, "there is a second document. A file holds one; remove \"---\".");
    }
    begun = true;
    Optional<SpecVersion> version = start.getSpecVersion();
    if (version.isPresent() && !version.get().equals(VERSION)) {
      throw new DocumentException(at, "this is read as YAML 1.2. Remove the %YAML line.");
    }
  }

  /** What every value begins with, whatever it is. */
  private void beginValue(NodeEvent event, Position at, Optional<String> tag)
      throws DocumentException {
    if (tag.isPresent()) {
      throw new DocumentException(
          at,
          "tags are not read (%s). Quote what is a text; write other types as in typed JSON, {$f: \"1.0\"}."
              .formatted(tag.get().replace("tag:yaml.org,2002:", "!!")));
    } else if (wantsKey() && !(event instanceof ScalarEvent)) {
      throw new DocumentException(at, "a key is a text. Quote it if it looks like something else.");
    }
  }

  private void scalar(ScalarEvent event, Position at) throws DocumentException {
    beginValue(event, at, event.getTag());
    if (wantsKey()) {
      if (event.isPlain() && event.getValue().equals("<<")) {
        throw new DocumentException(
            at, "\"<<\" is no part of YAML 1.2. Write the entries out, or alias the whole value.");
      }
      add(new Token.Key(event.getValue(), at));
      open.element().wantsKey = false;
      return;
    }
    int from = tokens.size();
    add(new Token.Value(meaning(event, at), at));
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Span(from, tokens.size())));
    endValue();
  }

  private static YamlScalar meaning(ScalarEvent event, Position at) throws DocumentException {
    if (!event.isPlain()) {
      return new YamlScalar.Text(event.getValue());
    }
    return YamlScalar.of(event.getValue())
        .orElseThrow(
            () ->
                new DocumentException(
                    at,
                    "%s is one number to some readers of YAML and another to others. Write it without the zero, or quote it."
                        .formatted(event.getValue())));
  }

  private void push(boolean isMapping, NodeEvent event, Token token) throws DocumentException {
    event.getAnchor().ifPresent(anchors::remove);
    open.push(new Open(isMapping, event.getAnchor().orElse(null), tokens.size()));
    add(token);
  }

  private void pop(Token token) throws DocumentException {
    add(token);
    Open ended = open.pop();
    if (ended.anchor != null) {
      anchors.put(ended.anchor, new Span(ended.from, tokens.size()));
    }
    endValue();
  }

  private void repeat(Anchor alias, Position at) throws DocumentException {
    Span span = anchors.get(alias);
    if (wantsKey()) {
      throw new DocumentException(at, "a key cannot be an alias. Write it out.");
    } else if (span == null) {
      boolean isInside = open.stream().anyMatch(each -> alias.equals(each.anchor));
      throw new DocumentException(
          at,
          isInside
              ? "*%s stands inside of what it names, which would never end.".formatted(alias)
              : "there is no &%s before this.".formatted(alias));
    }
    for (Token token : List.copyOf(tokens.subList(span.from(), span.to()))) {
      add(token);
      if (tokens.size() > MOST_TOKENS) {
        throw new DocumentException(
            at,
            "with its aliases written out the text has more than %,d values."
                .formatted(MOST_TOKENS));
      }
    }
    endValue();
  }

  private void add(Token token) {
    tokens.add(token);
  }

  private void endValue() {
    Open around = open.peek();
    if (around != null) {
      around.wantsKey = around.isMapping;
    }
  }

  private boolean wantsKey() {
    Open around = open.peek();
    return around != null && around.wantsKey;
  }

  private static void write(Token token, TokenBuffer buffer) {
    switch (token) {
      case Token.Key key -> buffer.writeName(key.name());
      case Token.Value value -> write(value.scalar(), buffer);
      case Token.Mark mark -> {
        switch (mark.kind()) {
          case START_OBJECT -> buffer.writeStartObject();
          case END_OBJECT -> buffer.writeEndObject();
          case START_ARRAY -> buffer.writeStartArray();
          case END_ARRAY -> buffer.writeEndArray();
        }
      }
    }
  }

  private static void write(YamlScalar scalar, TokenBuffer buffer) {
    switch (scalar) {
      case YamlScalar.Null none -> buffer.writeNull();
      case YamlScalar.Bool bool -> buffer.writeBoolean(bool.value());
      case YamlScalar.Int number -> buffer.writeNumber(number.value());
      case YamlScalar.Real number -> buffer.writeNumber(number.text());
      case YamlScalar.Text text -> buffer.writeString(text.text());
    }
  }

  private static Position position(Optional<Mark> mark) {
    return mark.map(at -> new Position(at.getLine() + 1, at.getColumn() + 1))
        .orElse(Position.START);
  }
}
