package dev.graft.compat.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection to a browser: calls with their answers, and what the browser tells by itself. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long SECONDS = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();

  DevTools(URI browser) throws IOException, InterruptedException {
    socket = await(client.newWebSocketBuilder().buildAsync(browser, this), "the connection");
  }

  /** The answer to a call; the session is empty for the browser itself. */
  JsonNode call(String session, String method, Map<String, ?> params)
      throws IOException, InterruptedException {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    calls.put(id, answer);
    Map<String, Object> message =
        session.isEmpty()
            ? Map.of("id", id, "method", method, "params", params)
            : Map.of("id", id, "method", method, "params", params, "sessionId", session);
    await(socket.sendText(JSON.writeValueAsString(message), true), method);
    JsonNode got = await(answer, method);
    if (got.has("error")) {
      throw new IOException(method + ": " + got.get("error"));
    }
    return got.path("result");
  }

  /** What the browser told by itself so far. */
  List<JsonNode> events() {
    return List.copyOf(events);
  }

  private static <T> T await(CompletableFuture<T> future, String what)
      throws IOException, InterruptedException {
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the browser gave no answer: " + what, e);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      JsonNode message = JSON.readTree(part.toString());
      part.setLength(0);
      CompletableFuture<JsonNode> call = calls.remove(message.path("id").asInt(0));
      if (call == null) {
        events.add(message);
      } else {
        call.complete(message);
      }
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }
}
