package dev.graft.cli.docs;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.cli.GraftLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every command that is shown is one that the command line takes. */
final class CommandsTest {
  /** What follows after two blanks or an arrow is for people. */
  private static final Pattern SHOWN =
      Pattern.compile("(?:    |`|\\$ )(?:\\./)?graft ((?:(?!  )[^`#])+)");

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @Test
  void everyCommandIsOne() throws IOException {
    List<String> wrong = new ArrayList<>();
    int commands = 0;
    for (Page page : Page.all()) {
      for (String line : page.lines()) {
        Matcher found = SHOWN.matcher(line);
        while (found.find()) {
          commands++;
          GraftLine.problem(words(found.group(1)))
              .ifPresent(problem -> wrong.add(page.file() + ": " + found.group() + ": " + problem));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(commands).isAtLeast(60);
  }

  /** Lists of commands show only the first line of what is said of each. */
  @Test
  void everyCommandSaysInOneSentenceWhatItDoes() {
    for (String line : GraftLine.headings()) {
      assertThat(line).matches("[A-Z].*\\.");
    }
    assertThat(GraftLine.headings().size()).isAtLeast(20);
  }

  @Test
  void whatIsNoneIsFound() {
    assertThat(GraftLine.problem(List.of("matrix", "--backends", "java")).isPresent()).isTrue();
    assertThat(GraftLine.problem(List.of("matrices")).isPresent()).isTrue();
    assertThat(GraftLine.problem(List.of("matrix", "--case", "restore*")).isPresent()).isFalse();
  }

  /** The words of a command, up to one that only stands for something. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher found = WORD.matcher(command.strip());
    while (found.find() && !found.group().matches("\\[.*|[A-Z]{2,}…?")) {
      words.add(found.group(1) != null ? found.group(1) : found.group(2));
    }
    return words;
  }
}
