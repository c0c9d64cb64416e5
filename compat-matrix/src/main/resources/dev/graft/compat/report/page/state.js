const VIEWS = [...document.querySelectorAll('.view')].map(view => view.id);
const EMPTY = {view: 'grid', q: '', node: '', case: ''};
let state = {...EMPTY};

/** The state that an address names, over another one. */
function read(hash, over) {
  const text = hash.replace(/^#/, '');
  if (VIEWS.includes(text)) return {...over, view: text, case: '', node: ''};
  const named = new URLSearchParams(text);
  const next = {...over};
  if (named.has('node')) next.case = '';
  if (named.has('q') && !named.has('case')) next.node = next.case = '';
  for (const name of Object.keys(EMPTY)) if (named.has(name)) next[name] = named.get(name);
  if (!VIEWS.includes(next.view)) next.view = 'grid';
  return next;
}

function address(of) {
  const named = new URLSearchParams();
  for (const [name, value] of Object.entries(of)) if (value !== EMPTY[name]) named.set(name, value);
  return '#' + named;
}

/** Goes on with some of the state changed; typing replaces the last step back, all else adds one. */
function go(changes, replace = false) {
  const next = {...state, ...changes};
  if (address(next) === address(state)) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', address(next));
  const before = state;
  state = next;
  draw(before);
}

function comeBack() {
  const before = state;
  state = read(location.hash, EMPTY);
  draw(before);
}
