const SPARE = 8;

/** A list that makes only the lines that can be seen. */
class Rows {
  constructor(rows, withNode) {
    this.rows = rows;
    this.withNode = withNode;
    this.lines = new Map();
    this.list = make('ol', {class: 'rows', 'aria-label': counted(rows.length, 'case')});
  }

  /** To be called once it stands in the page, and again when the page has another width. */
  measure() {
    this.height = Number(getComputedStyle(this.list).getPropertyValue('--row'));
    this.list.style.blockSize = this.rows.length * this.height + 'px';
    for (const [at, line] of this.lines) this.place(at, line);
    this.draw();
  }

  place(at, line) {
    line.style.top = at * this.height + 'px';
  }

  draw() {
    if (!this.list.isConnected || !this.height) return;
    const top = this.list.getBoundingClientRect().top;
    const first = Math.max(0, Math.floor(-top / this.height) - SPARE);
    const last = Math.min(this.rows.length, Math.ceil((innerHeight - top) / this.height) + SPARE);
    for (const [at, line] of this.lines) {
      if ((at < first || at >= last) && !line.contains(document.activeElement)) {
        line.remove();
        this.lines.delete(at);
      }
    }
    for (let at = first; at < last; at++) if (!this.lines.has(at)) this.add(at);
  }

  add(at) {
    const row = this.rows[at];
    const line = make('li', {'aria-setsize': this.rows.length, 'aria-posinset': at + 1},
      make('a', {href: address({...state, case: row.key}), 'data-key': row.key},
        signs(row), make('b', {}, this.withNode ? row.key : row.id),
        make('span', {class: 'what'}, row.title)));
    this.place(at, line);
    const after = [...this.lines.keys()].filter(other => other > at).sort((a, b) => a - b)[0];
    this.list.insertBefore(line, after === undefined ? null : this.lines.get(after));
    this.lines.set(at, line);
  }

  /** Moves the focus by so many lines. */
  step(by) {
    const key = document.activeElement.dataset && document.activeElement.dataset.key;
    const now = this.rows.findIndex(row => row.key === key);
    this.focus(now < 0 ? 0 : Math.min(this.rows.length - 1, Math.max(0, now + by)));
  }

  focus(at) {
    if (at < 0 || at >= this.rows.length) return;
    if (!this.lines.has(at)) this.add(at);
    const link = this.lines.get(at).firstElementChild;
    link.focus({preventScroll: true});
    link.scrollIntoView({block: 'nearest'});
    this.draw();
  }
}

/** One sign for each backend, with its words for those who do not see it. */
function signs(row) {
  return make('span', {class: 'signs'}, ...row.results.map((result, column) => result
    ? make('span', {class: 'g ' + result.look, title: page.backends[column] + ': ' + result.word},
      make('span', {'aria-hidden': 'true'}, result.glyph),
      make('span', {class: 'hid'}, page.backends[column] + ' ' + result.word + ' '))
    : ''));
}
