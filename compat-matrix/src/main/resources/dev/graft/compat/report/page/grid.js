const gridRows = [...document.querySelectorAll('.grid tr[data-n]')];
/** What is clean must not hide what is wrong. */
let folded = document.querySelector('#bad .wrong') !== null;

/** Hides the nodes without a hit, and what is clean while nobody searches. */
function drawGrid(hits, searching) {
  const found = new Set(hits.map(row => row.node));
  for (const row of gridRows) {
    row.hidden = searching && !found.has(row.dataset.n);
    const chosen = state.case ? state.case.startsWith(row.dataset.n + '/') : state.node === row.dataset.n;
    row.classList.toggle('on', chosen);
  }
  const fold = $('fold');
  if (fold) {
    const clean = gridRows.filter(row => row.parentElement.id === 'clean' && !row.hidden).length;
    fold.closest('tbody').hidden = searching;
    fold.setAttribute('aria-expanded', String(!folded));
    $('clean').hidden = folded && !searching || clean === 0;
  }
  $('none').hidden = !searching || found.size > 0;
}

/** The links of the nodes that can be seen, from the top. */
const nodeLinks = () => gridRows.filter(row => row.offsetParent !== null)
  .map(row => row.querySelector('th a'));

function startGrid() {
  const fold = $('fold');
  if (fold) {
    fold.addEventListener('click', () => {
      folded = !folded;
      draw(state);
    });
  }
}
