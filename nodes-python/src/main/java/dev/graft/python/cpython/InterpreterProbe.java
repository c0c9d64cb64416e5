package dev.graft.python.cpython;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a program whether it is a Python, and which. What stands in a manifest or on the path may be
 * a script that looks for the real one, by variables of the user's: such a script is asked with
 * these, and then the program behind it as workers will be started, without them.
 *
 * @param sources the folder that holds Graft's Python package
 * @param patience how long an answer may take
 */
record InterpreterProbe(Path sources, Duration patience) {
  private static final Duration USUAL = Duration.ofSeconds(20);

  InterpreterProbe(Path sources) {
    this(sources, USUAL);
  }

  /**
   * Who a program is.
   *
   * @param variables what the program needs
   * @throws ProbeFailedException if it is no Python that workers can run on
   */
  Identity ask(Path program, Map<String, String> variables) throws ProbeFailedException {
    if (!isScript(program)) {
      return fit(program, answer(program, command(program, variables)));
    }
    ProcessBuilder asTheUser = command(program, variables);
    asTheUser.environment().putAll(System.getenv());
    Path behind = fit(program, answer(program, asTheUser)).executable();
    return fit(behind, answer(behind, command(behind, variables)));
  }

  private ProcessBuilder command(Path program, Map<String, String> variables) {
    return PythonCommand.of(
        new Interpreter(program, variables, "asked", false),
        sources.resolve("graft/probe.py"),
        List.of());
  }

  private static Identity fit(Path program, Identity identity) throws ProbeFailedException {
    Optional<String> unfit = identity.unfit();
    if (unfit.isPresent()) {
      throw new ProbeFailedException(program + " " + unfit.get());
    }
    return identity;
  }

  private Identity answer(Path program, ProcessBuilder command) throws ProbeFailedException {
    Process process = start(program, command);
    try {
      CompletableFuture<String> output = read(process.getInputStream());
      CompletableFuture<String> errors = read(process.getErrorStream());
      process.getOutputStream().close();
      String text = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      String complaints = errors.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return Identity.in(text)
          .orElseThrow(
              () -> new ProbeFailedException(program + " is no Python" + said(complaints)));
    } catch (TimeoutException e) {
      throw new ProbeFailedException(
          program + " does not answer within %d ms".formatted(patience.toMillis()));
    } catch (ExecutionException | IOException e) {
      throw new ProbeFailedException(program + " cannot be asked: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProbeFailedException("interrupted while asking " + program + " for its version");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Process start(Path program, ProcessBuilder command) throws ProbeFailedException {
    try {
      return command.start();
    } catch (IOException e) {
      throw new ProbeFailedException(program + " cannot be started: " + e.getMessage());
    }
  }

  /** Reads in a thread of its own: what never ends must not be waited for. */
  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> Thread.ofPlatform().daemon().name("graft-probe").start(task));
  }

  /** The last thing that it said, which is most likely the reason. */
  private static String said(String complaints) {
    List<String> lines = complaints.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "" : ": " + lines.getLast().strip();
  }

  private static boolean isScript(Path program) {
    try (InputStream in = Files.newInputStream(program)) {
      return Arrays.equals(in.readNBytes(2), new byte[] {'#', '!'});
    } catch (IOException e) {
      return false; // starting it will tell what is wrong
    }
  }
}
