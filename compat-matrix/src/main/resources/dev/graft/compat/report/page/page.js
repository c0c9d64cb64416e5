const page = {rows: [], hits: [], nodes: [], backends: [], left: '', today: ''};

function drawViews() {
  for (const view of VIEWS) $(view).hidden = view !== state.view;
  for (const link of document.querySelectorAll('.views a')) {
    if (link.hash === '#' + state.view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function draw(before) {
  const query = parse(state.q, page.backends, page.today);
  page.hits = page.rows.filter(row => matches(query, row));
  drawViews();
  drawFilters(query);
  drawGrid(page.hits, state.q.trim() !== '');
  const moved = before.case !== state.case || before.node !== state.node;
  drawDetail(page.hits, moved);
  if (before.q !== state.q) tell(counted(page.hits.length, 'case') + ' found');
}

async function start() {
  const index = await block('index');
  Object.assign(page, {rows: rowsOf(index), backends: index.backends, left: index.left,
    today: index.today,
    nodes: index.nodes.map(node => node.id)});
  document.documentElement.classList.add('js');
  buildFilters(page);
  startGrid();
  startCopy();
  startKeys();
  document.addEventListener('click', event => {
    const anchor = event.target.closest('a[href^="#"]');
    if (!anchor || anchor.classList.contains('skip') || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(read(anchor.hash, anchor.closest('#detail') ? EMPTY : state));
  });
  addEventListener('popstate', comeBack);
  document.addEventListener('scroll', () => list && list.draw(), {capture: true, passive: true});
  addEventListener('resize', () => list && list.measure());
  state = read(location.hash, EMPTY);
  draw(EMPTY);
  document.documentElement.dataset.ready = 'yes';
  performance.mark('ready');
}

start();
