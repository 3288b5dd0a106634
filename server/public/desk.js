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

// In the table of a queue, the arrow keys go from row to row while something in a row has the focus.
const first = (row) => row.querySelector('th a') ?? row.querySelector('a, button');
const rows = [...document.querySelectorAll('table[data-rows] tbody tr')].filter(first);
const rowAt = () => rows.indexOf(document.activeElement?.closest('tr'));
function toRow(event, to) {
  if (!rows[to]) return;
  event.preventDefault();
  first(rows[to]).focus();
}
addEventListener('keydown', (event) => {
  const at = rowAt();
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
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
const toField = (event, field) => {
  if (!field) return;
  event.preventDefault();
  field.focus();
};
const undecided = ['pending', 'pendingInfo'];
const acts = {
  j: (event) => toRow(event, rowAt() + 1),
  k: (event) => toRow(event, Math.max(0, rowAt() - 1)),
  '/': (event) => {
    const field = document.querySelector('[data-find]');
    toField(event, field);
    field?.select();
  },
  // To file for a caller is an act of its own, and no key away.
  t: () => press('main form[action$="/take"]:not([action="/desk/caller/take"]) button'),
  s: (event) => toField(event, document.querySelector('main .safe input[type="checkbox"]')),
  m: (event) => toField(event, document.getElementById('match-field')),
  d: (event) => {
    const fields = [...document.querySelectorAll('main select[name="decision"]')];
    toField(event, fields.find(({ value }) => undecided.includes(value)) ?? fields[0]);
  },
  l: (event) => toField(event, document.querySelector('main select[name="loop"]')),
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

// After a form, what became of it comes first, else what can be done next: the keyboard goes on from there.
const sent = 'desk-sent';
function wasSent() {
  try {
    const was = sessionStorage.getItem(sent) !== null;
    sessionStorage.removeItem(sent);
    return was;
  } catch {
    return false;
  }
}
function afterForm() {
  const was = wasSent();
  if (location.hash !== '') return null;
  const outcome = document.querySelector('.outcome');
  if (outcome || !was) return outcome;
  return document.querySelector('main [data-after]') ?? document.querySelector('main h1');
}
const goesOn = afterForm();
if (goesOn) {
  goesOn.tabIndex = -1;
  goesOn.focus();
}
// What is asked of the member is there as soon as the decision needs it.
for (const field of document.querySelectorAll('main select[name="decision"]')) {
  field.addEventListener('change', () => {
    const asks = field.form.querySelector('[data-asks]');
    if (asks && field.value === 'pendingInfo') asks.open = true;
  });
}
let isSending = false;
// After a file was taken the page stays: a link from it is no answer to the form.
addEventListener('click', (event) => {
  if (event.target.closest?.('a')) isSending = false;
});
addEventListener('pagehide', () => {
  if (!isSending) return;
  try {
    sessionStorage.setItem(sent, 'yes');
  } catch {
    // The next page begins at its top then.
  }
});
// A double click sends a form once; a file can be taken again.
for (const form of document.querySelectorAll('form[method="post"]:not([action*="/export/"])')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
    isSending = true;
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
