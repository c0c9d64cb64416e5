package dev.graft.compat.report.page;

/** How to read the page. */
final class ReadingHtml {
  private ReadingHtml() {}

  static void write(Html html) {
    html.raw(
        """
        <section id=reading class=view><h2>How to read this</h2>
        <p>A case gives one input to a node on every backend. What must happen is written in the
        case, or else CPython decides. Nothing falls back: every result names who served it.</p>
        <dl class=key>
        <dt><span class="g exact">=</span><dd>exact: same type, same bits. Nothing less passes,
        unless the case states a tolerance and why.
        <dt><span class="g exact">≡</span><dd>equal, written in another way: list and tuple, order,
        scale, offset, where the case allows that.
        <dt><span class="g exact">≈</span><dd>within the tolerance that the case states; the largest
        distance is shown in ulp, the number of floats between two.
        <dt><span class="g known">◩</span><dd>different in a way that is known, explained and due
        for review. Never counted as a pass.
        <dt><span class="g known">~</span><dd>known to fail now and then, and played more often
        than others. Never counted as a pass.
        <dt><span class="g wrong">✕</span><dd>different, and nobody has explained it.
        <dt><span class="g wrong">!</span><dd>an error on one side only, another kind of error, or a
        crash.
        <dt><span class="g wrong">⧗</span><dd>no answer in time.
        <dt><span class="g wrong">~</span><dd>tried twice, it gave two results.
        <dt><span class="g wrong">⚑</span><dd>not the backend that was asked for answered: the
        result is worth nothing.
        <dt><span class="g absent">–</span><dd>there is no such implementation, or the backend
        declares that it cannot.
        <dt><span class="g unknown">?</span><dd>not run. Never a pass.
        </dl>
        <p><b>Safe to switch</b> means: both languages promise the same contract, and Java and
        CPython pass every required case. Bars under “last runs” are one run each, oldest first:
        ▁ clean, ▄ known differences, ▇ unexplained ones.</p>
        <p>Values are typed: <code>{"$f":"1.0"}</code> is a float, <code>1</code> an int,
        <code>{"$tuple":[]}</code> a tuple; a boxed <b class=u>U+202E</b> is a character that would
        not show. <code>cpython | graalpy = java</code> says who agrees with whom.</p>
        <h3>Search</h3>
        <p>Words search nodes, cases and titles. A minus before anything turns it around.</p>
        <dl class=key>
        <dt><code>java:diff</code><dd>what a backend did: <code>pass</code>, <code>diff</code>,
        <code>error</code>, <code>known</code>, <code>timeout</code>, <code>exact</code>,
        <code>close</code>, …
        <dt><code>is:different</code><dd>any backend; also <code>is:clean</code>,
        <code>is:unexpected</code>, <code>is:known</code>
        <dt><code>odd:java</code><dd>one backend against all others
        <dt><code>sig:wrapped</code><dd>the way in which it fails
        <dt><code>tag:float</code><dd>also <code>level:</code>, <code>origin:</code>,
        <code>node:</code>, <code>stage:safe</code>, <code>changed:regressed</code>
        <dt><code>since:7d</code><dd>not as it must be only since then: days (<code>7d</code>),
        weeks (<code>2w</code>) before this run, or a date. Of a known limitation its entry says
        since when; of all else, since which run in a row the node had something unexplained there.
        </dl>
        <h3>Keys</h3>
        <dl class=key>
        <dt><kbd>/</kbd><dd>search
        <dt><kbd>j</kbd> <kbd>k</kbd><dd>next and previous node, or case of a list
        <dt><kbd>Enter</kbd><dd>open it
        <dt><kbd>[</kbd> <kbd>]</kbd><dd>previous and next case
        <dt><kbd>c</kbd><dd>copy the command that runs the open case again
        <dt><kbd>d</kbd><dd>only differences
        <dt><kbd>Esc</kbd><dd>close what is open
        <dt><kbd>?</kbd><dd>this page
        </dl>
        </section>
        """);
  }
}
