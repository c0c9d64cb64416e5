let list = null;
let drawing = 0;

const byBadness = (a, b) => badness(b.worst) - badness(a.worst);

/** The cases beside the grid: of a node, of a search, or what needs a look. */
function chosenRows(hits) {
  const searching = state.q.trim() !== '';
  const rows = state.node ? hits.filter(row => row.node === state.node)
    : searching ? hits : page.rows.filter(row => row.different);
  return [...rows].sort(byBadness);
}

async function drawDetail(hits, moved) {
  const turn = ++drawing;
  const rows = chosenRows(hits);
  const row = page.rows.find(each => each.key === state.case);
  const name = row ? row.node : state.node;
  const known = page.nodes.includes(name);
  const opened = known ? await block('node-' + name) : null;
  if (turn !== drawing) return;
  const empty = !known && rows.length === 0 && state.q.trim() === '';
  document.querySelector('.panes').classList.toggle('open', !empty);
  document.querySelector('.panes').classList.toggle('shut', known);
  list = row ? null : new Rows(rows, !state.node);
  $('detail').replaceChildren(...(row ? caseParts(row, rows, opened) : listParts(rows, opened)));
  if (list) list.measure();
  if (moved) {
    $('detail').scrollTop = 0;
    const heading = $('detail').querySelector('h2');
    if (heading && (state.case || state.node)) heading.focus({preventScroll: true});
    if (innerWidth <= 1120 && known) $('detail').scrollIntoView();
  }
}

function listParts(rows, opened) {
  if (opened) {
    const all = page.rows.filter(row => row.node === state.node).length;
    return [
      bar(link('close', {node: '', case: ''})),
      make('h2', {tabindex: -1}, state.node),
      written(opened.head),
      make('h3', {}, rows.length === all ? counted(all, 'case')
        : rows.length + ' of ' + counted(all, 'case')),
      rows.length === all ? '' : make('p', {}, link('show all of them', {q: ''})),
      list.list,
    ];
  }
  return [
    make('h2', {tabindex: -1}, state.q.trim() ? counted(rows.length, 'case') + ' found'
      : counted(rows.length, 'case') + ' to look at'),
    page.left ? make('p', {class: 'facts'}, page.left) : '',
    list.list,
  ];
}

function caseParts(row, rows, opened) {
  const at = rows.findIndex(each => each.key === row.key);
  const beside = by => at < 0 ? undefined : rows[at + by];
  const about = row.about;
  return [
    bar(link(state.node ? '‹ ' + row.node : '‹ ' + counted(rows.length, 'case'), {case: ''}),
      state.node ? '' : link(row.node, {node: row.node, case: ''}),
      make('span', {class: 'grow'}),
      beside(-1) ? link('[ previous', {case: beside(-1).key}) : '',
      beside(1) ? link('next ]', {case: beside(1).key}) : ''),
    make('h2', {tabindex: -1, id: 'opened'}, row.id),
    make('p', {}, row.title),
    make('p', {class: 'cells'}, ...row.results.map((result, column) => result
      ? make('span', {class: 'cell ' + result.look}, make('i', {'aria-hidden': 'true'}, result.glyph),
        make('span', {}, page.backends[column] + ' ' + result.word)) : '')),
    written(opened.cases[row.at]),
    make('p', {class: 'facts'}, [about.level, about.origin, ...about.tags,
      ...row.changed.map(kind => 'changed: ' + kind)].join(' · ')),
  ];
}

const bar = (...parts) => make('div', {class: 'bar'}, ...parts);
const link = (text, changes) => make('a', {href: address({...state, ...changes})}, text);

/** Opens the case so many places from the open one. */
function turn(by) {
  const rows = chosenRows(page.hits);
  const at = rows.findIndex(row => row.key === state.case);
  const next = at < 0 ? undefined : rows[at + by];
  if (next) go({case: next.key});
}
