package dev.graft.cli.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.cli.BuiltArtifacts;
import dev.graft.cli.docs.Transcript.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what the tutorial says in an empty folder, and gets what it says. With {@code
 * -Dgolden.update=true} what is printed now takes the place of what is on the page.
 */
@Tag("nightly")
@Timeout(600)
final class TutorialTest {
  private static final Path PAGE = Path.of("..", "docs", "tutorial.md");
  private static final long PATIENCE_SECONDS = 300;

  @TempDir Path folder = Path.of("");

  @Test
  void isTrue() throws Exception {
    Transcript page = Transcript.of(Files.readAllLines(PAGE));
    Path work = Files.createDirectories(folder.resolve("work"));
    Shell shell = new Shell(work, BuiltArtifacts.in(folder));

    List<Transcript.Part> done = new ArrayList<>();
    long since = System.nanoTime();
    for (Transcript.Part part : page.parts()) {
      done.add(
          switch (part) {
            case Transcript.Prose prose -> prose;
            case Transcript.WholeFile file -> written(shell, file);
            case Transcript.Edit edit -> edited(shell, edit);
            case Transcript.Console console -> run(shell, console);
          });
    }
    double seconds = (System.nanoTime() - since) / 1e9;
    System.out.printf(Locale.ROOT, "The tutorial took %.0f s, downloads apart.%n", seconds);

    if (Boolean.getBoolean("golden.update")) {
      Files.write(PAGE, new Transcript(done).lines());
    } else {
      assertWithMessage("update docs/tutorial.md: this test with -Dgolden.update=true")
          .that(steady(done))
          .isEqualTo(steady(page.parts()));
    }
    assertThat(seconds).isLessThan(300.0); // five minutes, as it promises
  }

  private static Transcript.Part written(Shell shell, Transcript.WholeFile file)
      throws IOException {
    Path path = shell.path(file.file());
    Files.createDirectories(path.resolveSibling("."));
    Files.write(path, file.text());
    return file;
  }

  private static Transcript.Part edited(Shell shell, Transcript.Edit edit) throws IOException {
    Path path = shell.path(edit.file());
    Files.writeString(path, edit.applied(Files.readString(path)));
    return edit;
  }

  private static Transcript.Part run(Shell shell, Transcript.Console console) throws Exception {
    List<Command> commands = new ArrayList<>();
    for (Command command : console.commands()) {
      commands.add(new Command(command.line(), shell.run(command.line())));
    }
    return new Transcript.Console(commands);
  }

  private static List<Object> steady(List<Transcript.Part> parts) {
    List<Object> steady = new ArrayList<>();
    for (Transcript.Part part : parts) {
      if (part instanceof Transcript.Console console) {
        console
            .commands()
            .forEach(
                each -> steady.add(each.line() + "\n" + String.join("\n", each.steadyOutput())));
      }
    }
    return steady;
  }

  /** What a reader types into. */
  private static final class Shell {
    private final BuiltArtifacts artifacts;
    private final Path begin;
    private Path here;

    Shell(Path begin, BuiltArtifacts artifacts) {
      this.begin = begin;
      this.here = begin;
      this.artifacts = artifacts;
    }

    Path path(String file) {
      return here.resolve(file);
    }

    /** What a command prints; how it ended, if that was no success. */
    List<String> run(String line) throws Exception {
      List<String> words = List.of(line.split(" "));
      if (words.getFirst().equals("cd")) {
        here = here.resolve(words.getLast());
        return List.of();
      }
      Path log = begin.resolveSibling("log");
      Process process =
          new ProcessBuilder(command(words))
              .directory(here.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertWithMessage("%s: %s", line, Files.readString(log)).that(ended).isTrue();
      List<String> printed = new ArrayList<>(shown(words, Files.readAllLines(log)));
      if (process.exitValue() != 0) {
        printed.add("(exit code " + process.exitValue() + ")");
      }
      return printed;
    }

    private List<String> command(List<String> words) {
      List<String> rest = words.subList(1, words.size());
      return switch (words.getFirst()) {
        case "graft" -> graft(rest);
        case "mvn" -> artifacts.maven(rest.toArray(String[]::new));
        case "cat", "ls" -> words;
        default -> throw new IllegalArgumentException("nobody knows " + words.getFirst());
      };
    }

    private static List<String> graft(List<String> words) {
      List<String> command = new ArrayList<>();
      command.add(Path.of("..", "graft").toAbsolutePath().normalize().toString());
      command.addAll(words);
      return command;
    }

    /** Of Maven, what says how it went, once; places are those of the reader. */
    private List<String> shown(List<String> words, List<String> printed) {
      Stream<String> lines = printed.stream().map(line -> line.replace(here + "/", ""));
      return words.getFirst().equals("mvn")
          ? lines.filter(line -> line.matches(MAVEN)).distinct().toList()
          : lines.toList();
    }

    private static final String MAVEN =
        "\\[ERROR\\] (.*\\.java:| +symbol:).*|\\[INFO\\] BUILD .*|\\[(INFO|ERROR)\\] Tests run: .*";
  }
}
