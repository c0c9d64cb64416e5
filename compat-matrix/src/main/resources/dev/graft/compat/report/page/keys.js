/** Moves through the cases if they have the focus, else through the nodes. */
function step(by) {
  if (state.case) {
    turn(by);
  } else if (list && $('detail').contains(document.activeElement) || state.view !== 'grid') {
    if (list) list.step(by);
  } else {
    const links = nodeLinks();
    const now = links.indexOf(document.activeElement);
    const next = links[now < 0 ? 0 : Math.min(links.length - 1, Math.max(0, now + by))];
    if (next) next.focus();
  }
}

function close() {
  if (state.case) go({case: ''});
  else if (state.node) go({node: ''});
  else if (state.q) go({q: ''});
}

const ACTIONS = {
  '/': () => { go({view: 'grid'}); $('q').focus(); $('q').select(); },
  j: () => step(1),
  k: () => step(-1),
  ']': () => turn(1),
  '[': () => turn(-1),
  c: () => { const button = $('detail').querySelector('[data-copy]'); if (button) copy(button); },
  d: () => go({view: 'grid', q: toggled(state.q, 'is:different'), case: ''}),
  '?': () => go({view: 'reading', case: '', node: ''}),
  Escape: close,
};

function startKeys() {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches('input')) {
      if (event.key !== 'Escape') return;
      event.target.blur();
    }
    const action = Object.hasOwn(ACTIONS, event.key) ? ACTIONS[event.key] : null;
    if (action) {
      event.preventDefault();
      action();
    }
  });
}
