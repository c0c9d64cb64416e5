package dev.graft.runtime.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.util.TokenBuffer;

/** The tokens of a YAML text as those of the JSON that means the same, each with its position. */
final class YamlTokens extends JsonParserDelegate {
  private final List<Position> positions;
  private int index = -1;

  YamlTokens(TokenBuffer tokens, List<Position> positions) {
    super(tokens.asParser(ObjectReadContext.empty()));
    this.positions = positions;
  }

  /**
   * The tokens of a text.
   *
   * @throws DocumentException if the text is not YAML, or has what JSON has not
   */
  static YamlTokens of(String text) throws DocumentException {
    return new YamlComposer().tokens(text);
  }

  @Override
  public @Nullable JsonToken nextToken() {
    index++;
    return super.nextToken();
  }

  @Override
  public JsonParser skipChildren() {
    int depth = 0;
    JsonToken token = currentToken();
    while (token != null) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return this;
      }
      token = nextToken();
    }
    return this;
  }

  @Override
  public TokenStreamLocation currentTokenLocation() {
    Position at =
        positions.isEmpty()
            ? Position.START
            : positions.get(Math.clamp(index, 0, positions.size() - 1));
    return new TokenStreamLocation(ContentReference.unknown(), -1L, at.line(), at.column());
  }
}
