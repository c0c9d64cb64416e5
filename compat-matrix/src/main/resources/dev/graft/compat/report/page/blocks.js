const blocks = new Map();

/** What is packed under a name: unpacked when first asked for, then kept. */
function block(name) {
  if (!blocks.has(name)) blocks.set(name, unpack($('data-' + name).textContent));
  return blocks.get(name);
}

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(plain).text());
}

const BADNESS = {wrong: 4, known: 3, unknown: 2, absent: 1, exact: 0};
const badness = result => result ? BADNESS[result.look] : -1;

/** Whether there is a result and it is not as it must be; what was not run is neither. */
const isDifferent = result => badness(result) >= BADNESS.known;

/** The rows of the index with what they share put back in. */
function rowsOf(index) {
  const shared = number => index.shared[number];
  const width = index.backends.length;
  return index.nodes.flatMap(node => node.cases.map((row, at) => {
    const [id, title, about, partition] = row;
    const results = row.slice(4, 4 + width).map(number => number < 0 ? null : shared(number));
    const worst = results.reduce((a, b) => badness(b) > badness(a) ? b : a, null);
    return {
      node: node.id, stage: node.stage, at, id, title, key: node.id + '/' + id,
      about: shared(about), partition: shared(partition), results, worst,
      clean: results.every(r => badness(r) <= BADNESS.absent),
      different: results.some(isDifferent),
      unexpected: results.some(r => r && r.unexpected),
      changed: row.length > 4 + width ? shared(row[4 + width]) : [],
      text: (node.id + '/' + id + ' ' + title + ' ' + shared(about).tags.join(' ')).toLowerCase(),
    };
  }));
}
