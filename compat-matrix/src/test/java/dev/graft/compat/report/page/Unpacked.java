package dev.graft.compat.report.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page holds packed, as its script would read it. */
final class Unpacked {
  private static final Pattern BLOCK =
      Pattern.compile("<script type=text/plain id=\"data-([^\"]*)\">([^<]*)</script>");

  private Unpacked() {}

  static Map<String, JsonNode> blocks(String page) throws IOException {
    Map<String, JsonNode> blocks = new LinkedHashMap<>();
    Matcher matcher = BLOCK.matcher(page);
    while (matcher.find()) {
      byte[] packed = Base64.getDecoder().decode(matcher.group(2));
      try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        String json = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        blocks.put(matcher.group(1), JsonMapper.builder().build().readTree(json));
      }
    }
    return blocks;
  }

  static JsonNode block(String page, String name) throws IOException {
    JsonNode block = blocks(page).get(name);
    if (block == null) {
      throw new AssertionError("the page holds no block " + name);
    }
    return block;
  }

  /** All markup inside of blocks. */
  static String markup(String page) throws IOException {
    return blocks(page).entrySet().stream()
        .filter(block -> block.getKey().startsWith("node-"))
        .map(block -> block.getValue().path("head").asString() + cases(block.getValue()))
        .collect(Collectors.joining());
  }

  /** The page without what is packed in it. */
  static String without(String page) {
    return BLOCK.matcher(page).replaceAll("");
  }

  private static String cases(JsonNode block) {
    StringBuilder all = new StringBuilder();
    block.path("cases").forEach(each -> all.append(each.asString()));
    return all.toString();
  }
}
