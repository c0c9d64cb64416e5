const FACETS = 12;

const has = (q, word) => q.split(/\s+/).includes(word);
const toggled = (q, word) => has(q, word)
  ? q.split(/\s+/).filter(each => each !== word).join(' ')
  : (q + ' ' + word).trim();

/** Search, and a button for each word that a query is likely to hold. */
function buildFilters(page) {
  const search = make('input', {type: 'search', id: 'q', placeholder: 'Search  /',
    'aria-label': 'Search cases: words, or for example java:diff', autocomplete: 'off',
    spellcheck: 'false', oninput: () => go({q: search.value, node: '', case: ''}, true)});
  const only = make('input', {type: 'checkbox', id: 'only',
    onchange: () => go({q: toggled(state.q, 'is:different'), case: ''})});
  const facets = make('details', {open: matchMedia('(min-width: 70.01rem)').matches},
    make('summary', {}, 'Filters'), ...facetGroups(page));
  const form = make('form', {role: 'search'}, search,
    make('label', {class: 'only'}, only, 'only differences'),
    make('p', {class: 'wrongly', id: 'wrongly'}), facets);
  form.addEventListener('submit', event => event.preventDefault());
  $('filters').append(form);
}

function facetGroups({rows, backends, today}) {
  const count = word => rows.filter(row => matches(parse(word, backends, today), row)).length;
  const values = of => [...new Set(rows.flatMap(of))];
  const groups = [
    ['Status', ['is:unexpected', 'is:known', 'is:unknown', 'is:absent', 'is:clean']],
    ['Backend', backends.map(name => name + ':different')],
    ['Odd one out', backends.map(name => 'odd:' + name)],
    ['Changed', values(row => row.changed).map(kind => 'changed:' + kind)],
    ['Origin', values(row => [row.about.origin]).map(origin => 'origin:' + origin)],
    ['Tag', values(row => row.about.tags).filter(tag => !/\s/.test(tag)).map(tag => 'tag:' + tag)],
  ];
  return groups.map(([name, words]) => {
    const found = words.map(word => [word, count(word)]).filter(([, number]) => number > 0)
      .sort((a, b) => b[1] - a[1]).slice(0, FACETS);
    return found.length === 0 ? '' : make('div', {}, make('h2', {}, name),
      make('ul', {}, ...found.map(([word, number]) => make('li', {}, facet(word, number)))));
  });
}

const NAMES = {'is:unknown': 'not run', 'is:absent': 'unsupported', 'is:unexpected': 'unexplained'};

/** A word of a query as a label: the heading above it says what it is about. */
const label = word => NAMES[word]
  || (word.endsWith(':different') ? word.replace(':', ' ') : word.slice(word.indexOf(':') + 1));

const facet = (word, number) => make('button', {type: 'button', 'data-word': word,
  'aria-pressed': 'false', onclick: () => go({q: toggled(state.q, word), node: '', case: ''})},
label(word), make('b', {}, String(number)));

function drawFilters(query) {
  if (document.activeElement !== $('q')) $('q').value = state.q;
  $('only').checked = has(state.q, 'is:different');
  $('wrongly').textContent = query.unknown.map(part => 'Nobody knows “' + part + '”.').join(' ');
  for (const button of document.querySelectorAll('[data-word]')) {
    button.setAttribute('aria-pressed', String(has(state.q, button.dataset.word)));
  }
}
