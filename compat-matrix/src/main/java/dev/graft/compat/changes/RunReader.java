package dev.graft.compat.changes;

import dev.graft.runtime.backend.BackendId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a run: a folder of reports, a {@code report.json}, or a baseline. */
public final class RunReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REPORT = "report.json";
  private static final String SCHEMA = "compat-report-1";

  private RunReader() {}

  /** The run of a folder or file. */
  public static RecordedRun read(Path place) throws ChangesException {
    Path file = Files.isDirectory(place) ? place.resolve(REPORT) : place;
    String text = text(file);
    return file.toString().endsWith(Baseline.ENDING)
        ? Baseline.read(text, place.toString())
        : report(text, place.toString());
  }

  private static String text(Path file) throws ChangesException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ChangesException(
          file.toString(), "there is no such file. `graft matrix` writes reports and baselines.");
    } catch (IOException e) {
      throw new ChangesException(file.toString(), "it cannot be read: " + e.getMessage());
    }
  }

  private static RecordedRun report(String text, String name) throws ChangesException {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new ChangesException(name, "it is no JSON: " + e.getOriginalMessage());
    }
    if (!root.path("schema").asString("").equals(SCHEMA)) {
      throw new ChangesException(
          name, "it is no report of this version: \"schema\" must be \"" + SCHEMA + "\".");
    }
    JsonNode run = root.path("run");
    Map<BackendId, String> backends = new LinkedHashMap<>();
    for (JsonNode each : root.path("backends")) {
      backends.put(backend(each.path("id"), name), each.path("implementation").asString(""));
    }
    List<Recorded> results = new ArrayList<>();
    for (JsonNode each : root.path("results")) {
      results.add(result(each, name));
    }
    return new RecordedRun(
        name,
        run.path("comparator").asInt(RecordedRun.COMPARATOR),
        run.path("whole").asBoolean(false),
        run.path("complete").asBoolean(false),
        run.path("corpus").path("hash").asString(""),
        backends,
        results);
  }

  private static Recorded result(JsonNode json, String name) throws ChangesException {
    String overlay = json.path("overlay").asString("NONE");
    JsonNode micros = json.path("micros");
    return new Recorded(
        json.path("case").asString(""),
        json.path("hash").asString(""),
        backend(json.path("backend"), name),
        overlay.equals("NONE") ? json.path("observed").asString("") : overlay,
        json.path("signature").asString(""),
        micros.isNumber() ? OptionalLong.of(micros.asLong() * 1000) : OptionalLong.empty());
  }

  static BackendId backend(JsonNode json, String name) throws ChangesException {
    String text = json.asString("");
    return BackendId.of(text)
        .orElseThrow(() -> new ChangesException(name, "there is no backend \"" + text + "\"."));
  }
}
