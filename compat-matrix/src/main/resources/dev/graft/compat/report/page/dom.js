const $ = id => document.getElementById(id);

/** An element; children that are texts become texts, never markup. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name === 'onclick' || name === 'oninput' || name === 'onchange') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** Markup that Graft wrote and escaped when it made this page. */
function written(markup) {
  const holder = make('div');
  holder.innerHTML = markup;
  return holder;
}

function tell(text) {
  $('told').textContent = text;
}

const counted = (number, noun) => number + ' ' + noun + (number === 1 ? '' : 's');
