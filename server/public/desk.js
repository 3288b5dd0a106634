// Makes the desk quicker; everything works without it.

// Says when somebody waits: asked for every half minute, while the page is looked at.
const status = document.getElementById('waiting');
const title = document.title;

async function look() {
  // A page without the queues around it is for paper: its title stays as it is.
  if (document.hidden || !status) return;
  const answer = await fetch('/desk/waiting', { redirect: 'error', headers: { accept: 'application/json' } });
  if (!answer.ok) return;
  const counts = await answer.json();
  let more = false;
  for (const [queue, count] of Object.entries(counts)) {
    const place = document.getElementById(`count-${queue}`);
    if (!place || Number(place.textContent) === count) continue;
    more ||= count > Number(place.textContent);
    place.textContent = String(count);
    place.parentElement.classList.toggle('pressing', queue === 'danger' && count > 0);
  }
  document.title = counts.danger > 0 ? `(${counts.danger}) ${title}` : title;
  if (more && status) {
    status.textContent = status.dataset.text.replace(/\{\{(\w+)\}\}/g, (gap, name) => counts[name] ?? gap);
  }
}
setInterval(() => look().catch(() => undefined), 30_000);

// In a table of referrals, the arrow keys go from row to row while a row's link has the focus.
const rowLinks = [...document.querySelectorAll('table[data-rows] tbody th a')];
function toRow(event, to) {
  if (!rowLinks[to]) return;
  event.preventDefault();
  rowLinks[to].focus();
}
addEventListener('keydown', (event) => {
  const at = rowLinks.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rowLinks.length - 1 }[event.key];
  if (at >= 0 && to !== undefined) toRow(event, to);
});

// Single keys, told in a dialog in which they can be turned off; never while something is being typed.
const help = document.getElementById('keys');
const switched = help?.querySelector('[data-keys-on]');
const stored = 'desk-keys';
const inReach = (selector) => (document.activeElement?.closest('tr') ?? document).querySelectorAll(selector);
// Without a row that has the focus, a key presses only what there is one of.
const press = (selector) => {
  const found = inReach(selector);
  if (found.length === 1) found[0].click();
};
const acts = {
  j: (event) => toRow(event, rowLinks.indexOf(document.activeElement) + 1),
  k: (event) => toRow(event, Math.max(0, rowLinks.indexOf(document.activeElement) - 1)),
  '/': (event) => {
    const field = document.querySelector('[data-find]');
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  },
  t: () => press('main form[action$="/take"] button'),
  n: () => press('main a[rel="next"]'),
  p: () => press('main a[rel="prev"]'),
  '?': () => help.showModal(),
};
let going = 0;
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open || !switched.checked) return;
  if (event.target.closest?.('input, select, textarea, [contenteditable]')) return;
  const to = Date.now() - going < 2000 && document.querySelector(`.queues a[data-go="${CSS.escape(event.key)}"]`);
  going = 0;
  if (to) return to.click();
  if (event.key === 'g') going = Date.now();
  else if (Object.hasOwn(acts, event.key)) acts[event.key](event);
}
if (help) {
  // A browser that keeps nothing for us keeps the keys on.
  try {
    switched.checked = localStorage.getItem(stored) !== 'off';
  } catch {
    switched.checked = true;
  }
  switched.addEventListener('change', () => {
    try {
      localStorage.setItem(stored, switched.checked ? 'on' : 'off');
    } catch {
      // It holds for this page then.
    }
  });
  for (const button of document.querySelectorAll('[data-keys]')) {
    button.hidden = false;
    button.addEventListener('click', () => help.showModal());
  }
  addEventListener('keydown', onKey);
}

// After a refused form, the list of what is wrong comes first; a double click sends a form once.
const wrong = document.querySelector('.outcome.wrong');
if (wrong) {
  wrong.tabIndex = -1;
  wrong.focus();
}
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
// Back from the browser's cache: the form may be sent again.
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// A page that is made for paper prints by a button, too.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
document.querySelector('[data-no-script]')?.remove();
