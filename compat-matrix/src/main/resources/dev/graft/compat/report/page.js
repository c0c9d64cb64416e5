(() => {
  document.documentElement.classList.add('js');
  const search = document.getElementById('q');
  const only = document.getElementById('d');
  const told = document.getElementById('told');
  const cases = [...document.querySelectorAll('.c')];
  const nodes = [...document.querySelectorAll('.node')];
  const rows = [...document.querySelectorAll('.grid tbody tr')];
  const text = new Map(cases.map(c => [
    c, (c.id + ' ' + c.firstElementChild.textContent + ' ' + (c.dataset.s || '')).toLowerCase()]));
  const first = new Map(nodes.map(n => [n, n.open]));

  function apply() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const active = words.length > 0 || only.checked;
    let shown = 0;
    for (const c of cases) {
      const hit = words.every(w => text.get(c).includes(w)) && !(only.checked && c.dataset.ok);
      c.hidden = !hit;
      if (hit) shown++;
    }
    for (const n of nodes) {
      const any = [...n.querySelectorAll('.c')].some(c => !c.hidden);
      n.hidden = active && !any;
      n.open = active ? any : first.get(n);
      const row = rows.find(r => r.dataset.n === n.dataset.n);
      if (row) row.hidden = n.hidden;
    }
    told.textContent = active ? shown + (shown === 1 ? ' case' : ' cases') : '';
  }

  function save() {
    const state = new URLSearchParams();
    if (search.value) state.set('q', search.value);
    if (only.checked) state.set('only', 'differences');
    const hash = state.toString();
    history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
    apply();
  }

  function place(hash) {
    try {
      return hash ? document.getElementById(decodeURIComponent(hash)) : null;
    } catch {
      return null;
    }
  }

  function load() {
    const hash = location.hash.slice(1);
    const target = place(hash);
    if (target) {
      for (let e = target; e; e = e.parentElement) {
        if (e.tagName === 'DETAILS') { e.hidden = false; e.open = true; }
      }
      target.scrollIntoView();
      return;
    }
    const state = new URLSearchParams(hash);
    search.value = state.get('q') || '';
    only.checked = state.get('only') === 'differences';
    apply();
  }

  search.addEventListener('input', save);
  only.addEventListener('change', save);
  document.getElementById('tools').addEventListener('submit', e => e.preventDefault());
  window.addEventListener('hashchange', load);
  document.addEventListener('keydown', e => {
    if (e.key === '/' && document.activeElement !== search) { e.preventDefault(); search.focus(); }
    if (e.key === 'Escape' && document.activeElement === search) { search.value = ''; save(); }
  });
  load();
})();
