package dev.graft.compat.report.page;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.compat.browser.BrowserPage;
import dev.graft.compat.browser.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page in a real browser. Where there is none, nothing of this is run, and nothing passes.
 * Nightly until it has run in many builds without failing once for a reason of its own.
 */
@Tag("nightly")
final class PageInBrowserTest {
  private static final String FOCUS = "document.activeElement.textContent";
  private static final String HEADING = "document.querySelector('#detail h2').textContent";
  private static final String SHOWN_NODES =
      "[...document.querySelectorAll('.grid tr[data-n]')].filter(r => r.offsetParent)"
          + ".map(r => r.dataset.n).join()";

  @TempDir static Path folder = Path.of("unset");
  private static @Nullable Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start(Files.createDirectories(folder.resolve("profile")));
    PageSample.run(folder.resolve("few"));
    PageSample.run(folder.resolve("many"), 2000);
    PageSample.timed(folder.resolve("timed"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static BrowserPage open(String sample, String hash) throws Exception {
    if (chromium == null) {
      throw new AssertionError("no browser was started");
    }
    return chromium.open(folder.resolve(sample).resolve("report.html"), hash);
  }

  @Test
  void opensAtWhatNeedsALook() throws Exception {
    BrowserPage page = open("few", "");

    assertThat(page.text(SHOWN_NODES)).isEqualTo("calculator,counter,pass-through,reverse");
    assertThat(page.text("document.getElementById('fold').textContent")).isEqualTo("Clean: 1 node");
    assertThat(page.text(HEADING)).endsWith("cases to look at");
    page.click("#fold");
    assertThat(page.text(SHOWN_NODES)).endsWith(",buffer");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void filtersByWordsAndKeys() throws Exception {
    BrowserPage page = open("few", "");
    page.press("/");
    page.type("emoji");
    page.until("document.querySelector('#detail h2').textContent === '1 case found'");
    assertThat(page.text(SHOWN_NODES)).isEqualTo("reverse");
    assertThat(page.text("location.hash")).isEqualTo("#q=emoji");

    assertThat(found(page, "tag:float")).isEqualTo("calculator");
    assertThat(found(page, "java:known")).isEqualTo("pass-through");
    assertThat(found(page, "sig:wrapped")).isEqualTo("calculator");
    assertThat(found(page, "odd:java")).isEqualTo("calculator,counter,pass-through,reverse");
    assertThat(found(page, "odd:cpython")).isEmpty();
    assertThat(found(page, "node:buffer -origin:contract")).isEqualTo("buffer");
    assertThat(found(page, "colour:red")).contains("buffer");
    assertThat(page.text("document.getElementById('wrongly').textContent"))
        .isEqualTo("Nobody knows “colour:”.");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void filtersBySinceWhenSomethingDiffers() throws Exception {
    BrowserPage page = open("few", "");

    assertThat(found(page, "since:7d")).isEqualTo("calculator,counter,pass-through,reverse");
    assertThat(found(page, "since:7d java:known")).isEmpty();
    assertThat(found(page, "since:52w java:known")).isEqualTo("pass-through");
    assertThat(found(page, "since:2026-01-02 java:known")).isEmpty();
    assertThat(found(page, "since:2026-01-01 java:known")).isEqualTo("pass-through");
    found(page, "since:soon");
    assertThat(page.text("document.getElementById('wrongly').textContent"))
        .isEqualTo("Nobody knows “since:soon”.");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void showsHowFastNodesAre() throws Exception {
    BrowserPage page = open("timed", "#performance");

    assertThat(page.text("document.querySelector('#performance').innerText")).contains("buffer");
    assertThat(
            page.text(
                "document.querySelector('#performance .bar').getBoundingClientRect().width > 100"
                    + " ? 'drawn' : 'not drawn'"))
        .isEqualTo("drawn");
    assertThat(page.complaints()).isEmpty();
    for (boolean dark : new boolean[] {false, true}) {
      page.dark(dark);
      AccessibilityCheck.look(page, "performance");
    }
    page.click(".views a[href='#grid']");
    page.click("#fold");
    AccessibilityCheck.look(page, "grid with times");
  }

  private static String found(BrowserPage page, String query) throws Exception {
    page.value(
        "(() => { const q = document.getElementById('q'); q.value = "
            + BrowserPage.quoted(query)
            + "; q.dispatchEvent(new Event('input')); })()");
    return page.text(SHOWN_NODES);
  }

  @Test
  void opensANodeThenACaseAndComesBack() throws Exception {
    BrowserPage page = open("few", "");
    page.click("tr[data-n=reverse] th a");
    page.until("document.querySelector('#detail h2').textContent === 'reverse'");
    page.click("#detail .rows a[data-key='reverse/emoji']");
    page.until("document.getElementById('opened')");
    assertThat(page.text(HEADING)).isEqualTo("emoji");
    assertThat(page.text("document.querySelector('#detail').innerText"))
        .contains("code points, not UTF-16 units");
    assertThat(page.text("document.querySelector('#detail .points').innerText"))
        .contains("U+1F600");
    page.value("history.back()");
    page.until("document.querySelector('#detail h2').textContent === 'reverse'");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void opensWhatAnAddressNames() throws Exception {
    BrowserPage page = open("few", "#case=counter%2Ffive");
    page.until("document.getElementById('opened')");

    assertThat(page.text("document.querySelector('#detail tr.first').innerText")).contains("first");
    assertThat(page.text("document.querySelector('.grid tr.on').dataset.n")).isEqualTo("counter");
  }

  @Test
  void copiesTheCommandThatRunsACaseAgain() throws Exception {
    BrowserPage page = open("few", "#case=calculator%2Fwide");
    page.until("document.querySelector('#detail [data-copy]')");
    page.press("c");
    page.until("document.querySelector('#detail [data-copy]').textContent === 'copied'");

    assertThat(page.value("navigator.clipboard.readText()").asString())
        .isEqualTo("graft matrix --node calculator --case wide");
    assertThat(page.text("document.getElementById('told').textContent")).startsWith("Copied:");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void isUsedWithoutAMouse() throws Exception {
    BrowserPage page = open("few", "");
    page.press("j");
    assertThat(page.text(FOCUS)).isEqualTo("calculator");
    page.press("j");
    page.press("j");
    page.press("k");
    assertThat(page.text(FOCUS)).isEqualTo("counter");
    page.press("Enter");
    page.until("document.querySelector('#detail h2').textContent === 'counter'");
    page.press("j");
    page.press("Enter");
    page.until("document.getElementById('opened')");
    assertThat(page.text(HEADING)).isEqualTo("five");
    page.press("]");
    page.until("document.getElementById('opened').textContent !== 'five'");
    page.press("[");
    page.until("document.getElementById('opened').textContent === 'five'");
    page.press("Escape");
    page.until("document.querySelector('#detail .rows')");
    page.press("d");
    page.until("location.hash.includes('is%3Adifferent')");
    assertThat(page.value("document.getElementById('only').checked").asBoolean()).isTrue();
    page.press("?");
    page.until("!document.getElementById('reading').hidden");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void obeysNothingThatACaseSays() throws Exception {
    BrowserPage page = open("few", "#case=pass-through%2Fhostile");
    page.until("document.getElementById('opened')");

    assertThat(page.text("document.title")).isEqualTo("Compat matrix");
    assertThat(page.text("document.querySelectorAll('img').length")).isEqualTo("0");
    assertThat(page.text("document.querySelector('#detail').innerText"))
        .contains("</summary><script>document.title = 'broken'</script>");
    assertThat(page.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void canBeReadByEverybody(boolean dark) throws Exception {
    BrowserPage page = open("few", "");
    page.dark(dark);
    page.click("#fold");
    AccessibilityCheck.look(page, "grid");
    page.click("tr[data-n=calculator] th a");
    page.until("document.querySelector('#detail h2').textContent === 'calculator'");
    AccessibilityCheck.look(page, "node");
    for (String key : new String[] {"calculator/wide", "calculator/text", "reverse/emoji"}) {
      page.value("location.hash = '#case=' + encodeURIComponent('" + key + "')");
      page.until(
          "document.getElementById('opened')?.textContent === '"
              + key.substring(key.indexOf('/') + 1)
              + "'");
      AccessibilityCheck.look(page, key);
    }
    for (String view : new String[] {"differences", "limitations", "environment", "reading"}) {
      page.click(".views a[href='#" + view + "']");
      AccessibilityCheck.look(page, view);
    }
    assertThat(page.text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(dark ? "rgb(21, 24, 27)" : "rgb(250, 249, 246)");
  }

  @Test
  void fitsAPhone() throws Exception {
    BrowserPage page = open("few", "");
    page.size(390, 800);
    page.value("document.getElementById('detail').scrollIntoView()");
    fits(page, "", "document.querySelector('#detail .rows a')");
    fits(page, "#node=calculator", "document.querySelector('#detail .cells')");
    fits(page, "#case=reverse%2Femoji", "document.getElementById('opened')");
    assertThat(page.complaints()).isEmpty();
  }

  /** As long as no node is open, the grid is what the page is for. */
  @ParameterizedTest
  @ValueSource(ints = {1440, 1280})
  void showsTheWholeGridBesideWhatNeedsALook(int width) throws Exception {
    BrowserPage page = open("few", "");
    page.size(width, 900);
    page.until("document.querySelector('#detail .rows li')");

    String views = "document.getElementById('views')";
    assertThat(page.value(views + ".scrollWidth - " + views + ".clientWidth").asInt()).isEqualTo(0);
    assertThat(
            page.text(
                "[...document.querySelectorAll('.grid tbody:first-of-type .stage .word')]"
                    + ".every(word => word.offsetWidth > 20) ? 'read' : 'hidden'"))
        .isEqualTo("read");
    String tabs = "document.querySelector('.views ul')";
    assertThat(page.text("getComputedStyle(" + tabs + ").overflowY")).isEqualTo("hidden");
    assertThat(page.complaints()).isEmpty();
  }

  private static void fits(BrowserPage page, String hash, String condition) throws Exception {
    page.value("location.hash = '" + hash + "'");
    page.until(condition);
    assertWithMessage(hash)
        .that(page.value("document.documentElement.scrollWidth").asInt())
        .isAtMost(390);
  }

  @Test
  void linesTakeTheHeightThatTheWidthAsksFor() throws Exception {
    BrowserPage page = open("few", "");
    assertThat(linesApart(page)).isEqualTo(42);

    page.size(390, 800);
    page.value("document.getElementById('detail').scrollIntoView()");
    page.until("document.querySelector('#detail .rows li')?.offsetHeight === 64");
    assertThat(linesApart(page)).isEqualTo(64);
    assertThat(page.complaints()).isEmpty();
  }

  private static int linesApart(BrowserPage page) throws Exception {
    page.until("document.querySelectorAll('#detail .rows li').length > 1");
    return page.value(
            "(() => { const [a, b] = document.querySelectorAll('#detail .rows li');"
                + " return b.offsetTop - a.offsetTop; })()")
        .asInt();
  }

  /** For people to look at, in {@code target/page}. */
  @Test
  void picturesOfAllOfIt() throws Exception {
    Path pictures = Path.of("target", "page");
    for (boolean dark : new boolean[] {false, true}) {
      BrowserPage page = open("few", "");
      page.dark(dark);
      String theme = dark ? "dark-" : "light-";
      page.picture(pictures, theme + "grid.png");
      for (String key : new String[] {"reverse/emoji", "counter/five", "calculator/text"}) {
        page.value("location.hash = '#case=' + encodeURIComponent('" + key + "')");
        page.until(
            "document.getElementById('opened')?.textContent === '"
                + key.substring(key.indexOf('/') + 1)
                + "'");
        page.picture(pictures, theme + key.replace('/', '-') + ".png");
      }
      page.click(".views a[href='#differences']");
      page.picture(pictures, theme + "differences.png");
      page.size(390, 800);
      page.value("location.hash = '#view=grid'");
      page.until("!document.getElementById('grid').hidden");
      page.picture(pictures, theme + "phone-grid.png");
      page.value("location.hash = '#case=reverse%2Femoji'");
      page.until("document.getElementById('opened')");
      page.picture(pictures, theme + "phone-case.png");
      assertThat(page.complaints()).isEmpty();
    }
    assertThat(Files.size(pictures.resolve("dark-grid.png"))).isGreaterThan(10_000);
  }

  /** From the start of the navigation to the page that can be used, in ms. */
  private static int opening(BrowserPage page) throws Exception {
    return page.value("Math.round(performance.getEntriesByName('ready')[0].startTime)").asInt();
  }

  @Test
  void opensTenThousandCasesInASecond() throws Exception {
    int first = opening(open("many", ""));
    BrowserPage page = open("many", "");
    // What else the machine does only makes an opening slower.
    int millis = Math.min(first, opening(page));

    String file = Files.readString(folder.resolve("many/report.html"));
    assertThat(file.length()).isAtMost(3_000_000);
    assertThat(file.replaceAll("id=\"data-node-[^<]*", "").length()).isAtMost(300_000);
    assertThat(millis).isLessThan(1000);
    assertThat(found(page, "origin:generated")).contains("buffer");
    assertThat(page.value("parseInt(document.querySelector('#detail h2').textContent)").asInt())
        .isAtLeast(9_900);
    assertThat(page.value("document.querySelectorAll('#detail .rows li').length").asInt())
        .isLessThan(80);
    page.value("document.getElementById('detail').scrollTop = 1e9");
    page.until(
        "[...document.querySelectorAll('#detail .rows li')].some(line =>"
            + " line.getAttribute('aria-posinset') === line.getAttribute('aria-setsize'))");
    assertThat(page.value("document.querySelectorAll('#detail .rows li').length").asInt())
        .isLessThan(80);
    assertThat(page.complaints()).isEmpty();
  }
}
