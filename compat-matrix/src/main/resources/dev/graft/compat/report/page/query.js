const KEYS = ['is', 'odd', 'tag', 'sig', 'stage', 'level', 'origin', 'node', 'changed'];

/** The parts of a query, and what of it nobody understands. */
function parse(text, backends, today) {
  const tests = [];
  const unknown = [];
  for (const word of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const not = word.length > 1 && word.startsWith('-');
    const bare = not ? word.slice(1) : word;
    const colon = bare.indexOf(':');
    const key = bare.slice(0, Math.max(0, colon));
    const value = bare.slice(colon + 1);
    if (colon <= 0) tests.push({not, holds: row => row.text.includes(bare)});
    else if (backends.includes(key)) tests.push({not, holds: on(backends.indexOf(key), value)});
    else if (key === 'since') {
      const first = firstDay(value, today);
      if (first) tests.push({not, holds: row => row.results.some(r => r && r.since >= first)});
      else unknown.push(bare);
    } else if (KEYS.includes(key)) tests.push({not, holds: keyed(key, value)});
    else unknown.push(key + ':');
  }
  return {tests, unknown};
}

const matches = (query, row) => query.tests.every(test => test.holds(row) !== test.not);

/** Whether a result is what a word says. */
function isSo(result, word) {
  if (!result) return word === 'none';
  return word === result.overlay || word === result.grade || word === result.look
    || (word === 'different' ? isDifferent(result)
      : word === 'unexpected' ? !!result.unexpected
      : word === 'pass' ? result.observed === 'pass' && !result.overlay
      : word === result.observed);
}

/** The day that a word names: a date, or so many days or weeks before the run. */
function firstDay(word, today) {
  if (/^\d{4}-\d\d-\d\d$/.test(word)) return word;
  const [, number, unit] = /^(\d{1,4})([dw])$/.exec(word) || [];
  if (!number) return '';
  const days = Number(number) * (unit === 'w' ? 7 : 1);
  return new Date(Date.parse(today) - days * 86400000).toISOString().slice(0, 10);
}

const on = (column, word) => row => isSo(row.results[column], word);

function keyed(key, value) {
  switch (key) {
    case 'is': return row => value === 'clean' ? row.clean : value === 'different' ? row.different
      : row.results.some(result => isSo(result, value));
    case 'odd': return row => isOdd(row.partition, value);
    case 'tag': return row => row.about.tags.some(tag => tag.toLowerCase() === value);
    case 'sig': return row => row.results.some(r => r && r.sig && r.sig.toLowerCase().includes(value));
    case 'stage': return row => row.stage.includes(value);
    case 'level': return row => row.about.level === value;
    case 'origin': return row => row.about.origin === value;
    case 'node': return row => row.node.toLowerCase() === value;
    default: return row => value === 'any' ? row.changed.length > 0 : row.changed.includes(value);
  }
}

/** Whether one backend is alone against all others. */
function isOdd(partition, name) {
  const groups = partition.split(' | ').map(group => group.split(' = '));
  return groups.length === 2 && groups.flat().length > 2
    && groups.some(group => group.length === 1 && group[0] === name);
}
