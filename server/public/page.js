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

/* Where a page begins is for us to say: what was scrolled to before a reload is not what is new after it. */
history.scrollRestoration = 'manual';
fit();
window.addEventListener('resize', fit);
if (log) talk();
readyButtons();
if (log) begin();
if (document.querySelector('[data-watch]')) watch();
document.querySelector('[data-no-script]')?.remove();

/* What is scrolled to stands right under the head, which is taller in some languages. */
function fit() {
  const head = document.querySelector('header');
  document.documentElement.style.scrollPaddingBlockStart = `${head.offsetHeight + 12}px`;
}

/* In a talk that goes on, what is new is in view, and the keyboard is at its question; what went wrong comes first. */
function begin() {
  const trouble = document.getElementById('trouble');
  if (trouble?.firstElementChild) trouble.scrollIntoView({ block: 'start' });
  else if (newestTurn()) {
    showNewest();
    question()?.focus({ preventScroll: true, focusVisible: false });
  }
}

function newestTurn() {
  const mine = log.querySelectorAll('.me');
  return mine[mine.length - 1];
}

/* From one's own words on; a long answer of one's own is passed over, or it would push the question out of view. */
function showNewest() {
  const turn = newestTurn();
  const from = turn?.offsetHeight > innerHeight / 4 ? (turn.nextElementSibling ?? turn) : turn;
  from?.scrollIntoView({ block: 'start' });
}

function question() {
  const questions = document.querySelectorAll('.us:last-child .question, #asking .question');
  return questions[questions.length - 1];
}

/* A page that shows what was filed waits for nothing but the end of the visit. */
function watch() {
  const stream = new EventSource(`/chat/events?after=${Number.MAX_SAFE_INTEGER}`);
  stream.addEventListener('gone', () => {
    stream.close();
    if (!leaving) location.reload();
  });
}

function talk() {
  const main = document.getElementById('main');
  let asking = false;
  let byHand = false;
  let pressed = '';
  const waiting = [];

  document.body.addEventListener('htmx:configRequest', (event) => {
    event.detail.parameters['after'] = String(lastSeq());
    pressed = String(event.detail.parameters['press'] ?? '');
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
    if (event.detail.successful) settle(byHand, pressed);
    else refused(event.detail);
  });
  document.body.addEventListener('htmx:sendError', () => {
    const trouble = document.getElementById('trouble');
    const words = document.createElement('p');
    words.textContent = main.dataset.offline;
    trouble.replaceChildren(words);
    trouble.scrollIntoView({ block: 'nearest' });
  });

  listen();
  function listen() {
    const stream = new EventSource(`/chat/events?after=${lastSeq()}`);
    stream.addEventListener('message', (event) => {
      if (asking) waiting.push(event.data);
      else add(event.data);
    });
    /* What we began may end with a question. Whoever is in the middle of an answer keeps what they have. */
    stream.addEventListener('asking', (event) => {
      if (!asking && !isBegun()) ask(event.data);
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
    if (document.getElementById(entry.id)) continue;
    log.append(entry);
    /* Buttons are known to the form that they belong to only once they were processed. */
    window.htmx.process(entry);
  }
  readyButtons();
}

function isBegun() {
  const foot = document.getElementById('asking');
  const typed = [...foot.querySelectorAll('input:not([type=hidden], [type=checkbox]), textarea')];
  return typed.some(({ value }) => value !== '') || foot.querySelector(':checked') !== null;
}

function ask(words) {
  const box = document.createElement('template');
  box.innerHTML = words;
  const [now, next] = [document.getElementById('asking'), box.content.firstElementChild];
  const questionOf = (foot) => foot.querySelector('[name=question]').value;
  if (questionOf(now) === questionOf(next)) return;
  const isThere = now.contains(document.activeElement);
  now.replaceWith(next);
  window.htmx.process(next);
  if (isThere) document.getElementById('text')?.focus({ preventScroll: true });
}

/* What went wrong is in view, and the fields that it is about are marked. */
function refused({ elt, xhr }) {
  document.getElementById('trouble').scrollIntoView({ block: 'nearest' });
  if (xhr.status !== 422 && xhr.status !== 413) return;
  for (const field of elt.querySelectorAll('input:not([type=hidden], [type=checkbox]), textarea')) {
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', 'trouble');
  }
}

/* After a turn: old offers are gone, the newest words are in view, and the keyboard is where one goes on. */
function settle(byHand, pressed) {
  const turn = newestTurn();
  for (const entry of log.children) {
    if (entry === turn) break;
    for (const offer of entry.querySelectorAll('.offers, .change')) offer.remove();
  }
  readyButtons();
  const row = sameRow(pressed);
  if (row) row.scrollIntoView({ block: 'center' });
  else showNewest();
  const text = document.getElementById('text');
  (row ?? (byHand && text ? text : (question() ?? log))).focus({ preventScroll: true });
}

/* "Leave out" shows the whole request anew: one goes on at the row where one was, not at its top. */
function sameRow(pressed) {
  const about = /^(?:leave|include):(.+)/.exec(pressed)?.[1];
  const rows = about ? [...document.querySelectorAll('.us:last-child .change button')] : [];
  return rows.find(({ value }) => value === `leave:${about}` || value === `include:${about}`);
}

function readyButtons() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    const card = button.closest('.card');
    button.onclick = () => (card ? printAlone(card) : window.print());
  }
}

/* The card by itself: paper is seen by others, and nothing of the talk goes with it. */
function printAlone(card) {
  const alone = [card, card.closest('.entry')];
  for (const part of alone) part.classList.add('alone');
  document.body.classList.add('one');
  window.addEventListener(
    'afterprint',
    () => {
      for (const part of alone) part.classList.remove('alone');
      document.body.classList.remove('one');
    },
    { once: true },
  );
  window.print();
}
