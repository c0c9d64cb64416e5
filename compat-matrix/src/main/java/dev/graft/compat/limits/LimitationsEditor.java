package dev.graft.compat.limits;

import dev.graft.runtime.limits.LimitationsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Removes entries from the text of a file, and leaves every other character as it is. */
public final class LimitationsEditor {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Span(String id, int start, int end) {}

  private LimitationsEditor() {}

  /**
   * The text without some entries.
   *
   * @param source the name of the file, for messages
   */
  public static String without(Set<String> ids, String text, String source)
      throws LimitationsException {
    List<Span> all = spans(text, source);
    List<Span> kept = all.stream().filter(each -> !ids.contains(each.id())).toList();
    if (all.size() == kept.size()) {
      return text;
    }
    String before = text.substring(0, all.getFirst().start());
    String after = text.substring(all.getLast().end());
    if (kept.isEmpty()) {
      return before.stripTrailing() + after.stripLeading();
    }
    StringBuilder edited = new StringBuilder(before);
    for (int i = 0; i < kept.size(); i++) {
      edited.append(text, kept.get(i).start(), kept.get(i).end());
      if (i + 1 < kept.size()) {
        // What stood before the next one: a comma, and how its author breaks lines.
        Span next = kept.get(i + 1);
        edited.append(text, all.get(all.indexOf(next) - 1).end(), next.start());
      }
    }
    return edited.append(after).toString();
  }

  private static List<Span> spans(String text, String source) throws LimitationsException {
    List<Span> spans = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean list = parser.currentName().equals("limitations");
        parser.nextToken();
        if (list) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            spans.add(span(parser));
          }
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw new LimitationsException(source, String.valueOf(e.getOriginalMessage()));
    }
    return spans;
  }

  private static Span span(JsonParser parser) {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    String id = "";
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isId = parser.currentName().equals("id");
      parser.nextToken();
      if (isId) {
        id = parser.getString();
      }
      parser.skipChildren();
    }
    return new Span(id, start, (int) parser.currentTokenLocation().getCharOffset() + 1);
  }
}
