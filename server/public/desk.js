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
    place.classList.toggle('pressing', queue === 'danger' && count > 0);
  }
  document.title = counts.danger > 0 ? `(${counts.danger}) ${title}` : title;
  if (more && status) {
    status.textContent = status.dataset.text.replace(/\{\{(\w+)\}\}/g, (gap, name) => counts[name] ?? gap);
  }
}
setInterval(() => look().catch(() => undefined), 30_000);

// In a table of referrals, the arrow keys go from row to row while a row's link has the focus.
for (const table of document.querySelectorAll('table[data-rows]')) {
  const links = [...table.querySelectorAll('tbody th a')];
  table.addEventListener('keydown', (event) => {
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || to === undefined || !links[to]) return;
    event.preventDefault();
    links[to].focus();
  });
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
