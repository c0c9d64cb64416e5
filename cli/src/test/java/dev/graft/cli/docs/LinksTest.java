package dev.graft.cli.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every link to another page, to a section or to a file leads there. */
final class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern NO_ANCHOR = Pattern.compile("[^\\p{L}\\p{N}_ -]");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Page page : Page.all()) {
      for (String line : page.lines()) {
        Matcher found = LINK.matcher(line);
        while (found.find()) {
          String target = found.group(1);
          if (!target.contains("://") && !target.startsWith("mailto:")) {
            links++;
            if (!leadsSomewhere(page, target)) {
              broken.add(page.file() + ": " + target);
            }
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(links).isAtLeast(60);
  }

  @Test
  void whatLeadsNowhereIsFound() {
    Page page = new Page(Path.of("docs", "page.md"), List.of("# One title", "## It's `here`, now"));

    assertThat(anchors(page.lines())).containsExactly("one-title", "its-here-now");
    assertWithMessage("a file").that(exists(page, "gone.md")).isFalse();
  }

  private static boolean leadsSomewhere(Page page, String target) throws IOException {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    if (!exists(page, file)) {
      return false;
    }
    if (hash < 0) {
      return true;
    }
    List<String> lines =
        file.isEmpty() ? page.lines() : Files.readAllLines(page.path().resolveSibling(file));
    return anchors(lines).contains(target.substring(hash + 1));
  }

  private static boolean exists(Page page, String file) {
    return file.isEmpty() || Files.exists(page.path().resolveSibling(file));
  }

  /** The names that GitHub gives to the titles of a page. */
  private static List<String> anchors(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ +", ""))
        .map(title -> NO_ANCHOR.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(""))
        .map(title -> title.replace(' ', '-'))
        .toList();
  }
}
