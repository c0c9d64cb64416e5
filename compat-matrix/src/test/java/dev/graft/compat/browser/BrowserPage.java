package dev.graft.compat.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One tab of a browser. */
public final class BrowserPage {
  private static final String READY = "document.documentElement?.dataset.ready === 'yes'";

  private final DevTools tools;
  private final String session;

  BrowserPage(DevTools tools, String session) throws IOException, InterruptedException {
    this.tools = tools;
    this.session = session;
    for (String domain : List.of("Page", "Runtime", "Log")) {
      call(domain + ".enable", Map.of());
    }
    size(1440, 900);
  }

  private JsonNode call(String method, Map<String, ?> params)
      throws IOException, InterruptedException {
    return tools.call(session, method, params);
  }

  /** Opens an address and waits until the page says that it is ready. */
  void go(String address) throws IOException, InterruptedException {
    call("Page.navigate", Map.of("url", address));
    until("location.href !== 'about:blank' && " + READY);
  }

  /** How large the window is, in pixels. */
  public void size(int width, int height) throws IOException, InterruptedException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Whether the reader wants it dark. */
  public void dark(boolean dark) throws IOException, InterruptedException {
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** The value of a JavaScript expression; promises are waited for. */
  public JsonNode value(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of(
                "expression", expression,
                "awaitPromise", true,
                "returnByValue", true,
                "userGesture", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** The same as a text. */
  public String text(String expression) throws IOException, InterruptedException {
    return value("String(" + expression + ")").asString();
  }

  /** Waits until a JavaScript condition holds. */
  public void until(String condition) throws IOException, InterruptedException {
    for (int i = 0; i < 200; i++) {
      if (value("!!(" + condition + ")").asBoolean()) {
        return;
      }
      Thread.sleep(25);
    }
    throw new AssertionError("never: " + condition + "; the page shows: " + shown());
  }

  private String shown() throws IOException, InterruptedException {
    return text("document.body.innerText.slice(0, 2000)");
  }

  /** Presses one key, for example {@code j} or {@code Enter}. */
  public void press(String key) throws IOException, InterruptedException {
    Map<String, Object> down =
        key.length() == 1
            ? Map.of("type", "keyDown", "key", key, "text", key)
            : key.equals("Enter")
                ? Map.of("type", "keyDown", "key", key, "text", "\r", "windowsVirtualKeyCode", 13)
                : Map.of("type", "keyDown", "key", key);
    call("Input.dispatchKeyEvent", down);
    call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
  }

  /** Types a text where the focus is. */
  public void type(String text) throws IOException, InterruptedException {
    call("Input.insertText", Map.of("text", text));
  }

  /** Clicks the first element of a selector. */
  public void click(String selector) throws IOException, InterruptedException {
    value("document.querySelector(" + quoted(selector) + ").click()");
  }

  /** A JavaScript string. */
  public static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** Writes a picture of what can be seen. */
  public void picture(Path folder, String name) throws IOException, InterruptedException {
    JsonNode picture = call("Page.captureScreenshot", Map.of("format", "png"));
    Files.write(
        Files.createDirectories(folder).resolve(name),
        Base64.getDecoder().decode(picture.path("data").asString()));
  }

  /** Errors, warnings and refusals that the page caused. */
  public List<String> complaints() {
    return tools.events().stream()
        .filter(event -> event.path("sessionId").asString("").equals(session))
        .filter(BrowserPage::isComplaint)
        .map(event -> event.path("params").toString())
        .toList();
  }

  private static boolean isComplaint(JsonNode event) {
    JsonNode params = event.path("params");
    return switch (event.path("method").asString("")) {
      case "Runtime.exceptionThrown" -> true;
      case "Runtime.consoleAPICalled" ->
          List.of("error", "warning", "assert").contains(params.path("type").asString(""));
      case "Log.entryAdded" -> !params.path("entry").path("level").asString("").equals("verbose");
      default -> false;
    };
  }
}
