/* What makes the page better where scripts run. Every one of its forms works without it. */
'use strict';

const neutral = 'https://www.google.com';
const log = document.getElementById('log');

/* Leaving: at once, with nothing to come back to. The server hears of it on the way, and nothing may hold us here. */
let leaving = false;
function leave() {
  leaving = true;
  document.documentElement.hidden = true;
  navigator.sendBeacon('/exit?quiet');
  location.replace(neutral);
}
document.getElementById('exit')?.addEventListener('submit', (event) => {
  event.preventDefault();
  leave();
});
let escapes = [];
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  escapes = [...escapes.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
  if (escapes.length >= 3) leave();
});
/* A page that comes back from the browser's own memory is asked for again: it may have been left. */
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

if (log) talk();
readyButtons();
if (log && !location.hash) newestTurn()?.scrollIntoView({ block: 'start' });

function newestTurn() {
  const mine = log.querySelectorAll('.me');
  return mine[mine.length - 1];
}

function talk() {
  const main = document.getElementById('main');
  let asking = false;
  let byHand = false;
  const waiting = [];

  document.body.addEventListener('htmx:configRequest', (event) => {
    event.detail.parameters['after'] = String(lastSeq());
  });
  document.body.addEventListener('htmx:beforeRequest', () => {
    asking = true;
    byHand = document.activeElement?.id === 'text';
    main.setAttribute('aria-busy', 'true');
  });
  document.body.addEventListener('htmx:afterRequest', (event) => {
    asking = false;
    main.removeAttribute('aria-busy');
    while (waiting.length > 0) add(waiting.shift());
    if (event.detail.successful) settle(byHand);
  });
  document.body.addEventListener('htmx:sendError', () => {
    const trouble = document.getElementById('trouble');
    const words = document.createElement('p');
    words.textContent = main.dataset.offline;
    trouble.replaceChildren(words);
  });

  listen();
  function listen() {
    const stream = new EventSource(`/chat/events?after=${lastSeq()}`);
    stream.addEventListener('message', (event) => {
      if (asking) waiting.push(event.data);
      else add(event.data);
    });
    stream.addEventListener('gone', () => {
      stream.close();
      if (!leaving) location.reload();
    });
    /* A line that only broke mends itself; one that was refused is tried again later. */
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 60000);
    });
  }

  /* Enter sends, as people expect of a chat; with Shift it makes a new line. */
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.target.tagName !== 'TEXTAREA') return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });
  /* "None of these" and the others rule each other out. */
  document.addEventListener('change', ({ target }) => {
    if (target.type !== 'checkbox' || !target.checked) return;
    const alone = 'none' in target.dataset;
    for (const other of target.form.querySelectorAll('input[type=checkbox]')) {
      if (other !== target && (alone || 'none' in other.dataset)) other.checked = false;
    }
  });
}

function lastSeq() {
  return Math.max(-1, ...[...log.children].map((entry) => Number(entry.dataset.seq)));
}

/* Words that came by themselves: put at the end, unless they are there already. */
function add(words) {
  const box = document.createElement('template');
  box.innerHTML = words;
  for (const entry of box.content.querySelectorAll('.entry')) {
    if (!document.getElementById(entry.id)) log.append(entry);
  }
  readyButtons();
}

/* After a turn: old offers are gone, the newest words are in view, and the keyboard is where one goes on. */
function settle(byHand) {
  const turn = newestTurn();
  for (const entry of log.children) {
    if (entry === turn) break;
    for (const offer of entry.querySelectorAll('.offers, .change')) offer.remove();
  }
  readyButtons();
  turn?.scrollIntoView({ block: 'start' });
  const text = document.getElementById('text');
  const questions = document.querySelectorAll('.us:last-child .question, #asking .question');
  if (byHand && text) text.focus({ preventScroll: true });
  else (questions[questions.length - 1] ?? log).focus({ preventScroll: true });
}

function readyButtons() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.onclick = () => window.print();
  }
}
