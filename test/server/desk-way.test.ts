import assert from 'node:assert/strict';
import {
  aReferral,
  file,
  openHouse,
  openReferral,
  store,
  type DeskHouse,
  type Page,
  type Visitor,
} from './desk-visit.ts';

const names = ['Ana Uno', 'Bea Dos', 'Cal Tres', 'Dee Cuatro'];

async function fileFour(house: DeskHouse): Promise<void> {
  for (const [at, name] of names.entries()) {
    const referral = aReferral(`1000000000000${at + 1}`);
    await file(house, { ...referral, person: { ...referral.person, name }, language: at === 2 ? 'es' : 'en' });
  }
}

/** The address behind the first link that holds this text. */
function linkTo(page: Page, text: string): string {
  const link = page.text.split('<a ').find((part) => part.split('</a>')[0]?.includes(text));
  return /href="([^"]*)"/.exec(link ?? '')?.[1]?.replaceAll('&#38;', '&') ?? '';
}
const nameOn = (page: Page): string => /<h1[^>]*>(?:<bdi>)?([^<]*)/.exec(page.text)?.[1] ?? '';
const follow = async (worker: Visitor, page: Page, text: string): Promise<Page> => {
  const answer = await worker.get(linkTo(page, text));
  return answer.to === '' ? answer : { ...(await worker.get(answer.to)), to: answer.to };
};

describe('the way through a queue of the desk', () => {
  let house: DeskHouse;
  let worker: Visitor;
  beforeEach(async () => {
    house = await openHouse();
    worker = await house.signedIn('worker');
    await fileFour(house);
  });
  afterEach(() => house.close());

  it('leads from a referral that was just taken to the next in the order of the list, and back', async () => {
    const list = await worker.get('/desk/new?sort=name&order=desc');
    const first = await follow(worker, list, 'Dee Cuatro');
    const taken = await worker.get((await worker.send(first, '/take', {})).to);
    assert.equal(nameOn(await follow(worker, taken, 'Next in New')), 'Cal Tres');
    assert.equal(linkTo(taken, 'Back to New'), '/desk/new?sort=name&order=desc');
  });

  it('goes on from one that has left the queue, past those on which somebody else works', async () => {
    const list = await worker.get('/desk/new?sort=name&order=asc');
    const first = await follow(worker, list, 'Bea Dos');
    for (const programme of ['ecm', 'medicallyTailoredMeals'] as const) {
      const what = { kind: 'decision', decision: 'withdrawn', decidedOn: '2026-11-23', noticeMailedOn: null } as const;
      await house.store.record('10000000000002', { programme, what }, 'Lee Xiong');
    }
    await house.store.recordCase('10000000000003', { kind: 'assigned', to: 'Mai Moua' }, 'Mai Moua');
    assert.equal(nameOn(await follow(worker, first, 'Next in New')), 'Dee Cuatro');
  });

  it('ends in the queue itself', async () => {
    const last = await follow(worker, await worker.get('/desk/new?sort=name&order=asc'), 'Dee Cuatro');
    assert.equal((await follow(worker, last, 'Next in New')).to, '/desk/new?sort=name&order=asc');
  });

  it('keeps to what was searched for, and shows no word of it in an address', async () => {
    const list = await worker.get('/desk/new');
    const search = await worker.send(list, '/desk/find', { words: '', language: '=en' });
    const found = await worker.get(search.to);
    const second = await follow(worker, found, 'Bea Dos');
    const third = await follow(worker, second, 'Next in New');
    assert.equal(nameOn(third), 'Dee Cuatro', 'the one in Spanish was not looked for');
    assert.doesNotMatch(linkTo(third, 'Next in New'), /Dee|Bea|10000000000/);
  });

  it('takes nothing for a way that this desk did not write', async () => {
    const { to } = await openReferral(worker, 'Ana Uno');
    for (const way of [
      'new',
      'new.filed',
      'new.filed.up',
      'secret.filed.asc',
      'new.filed.asc."><b>',
      'new.filed.asc.x.y',
    ]) {
      const page = await worker.get(`${to}?in=${encodeURIComponent(way)}`);
      assert.equal(page.status, 200, way);
      assert.equal(linkTo(page, 'Next in'), '', way);
      assert.equal((await worker.get(`${to}/next?in=${encodeURIComponent(way)}`)).to, '/desk', way);
    }
  });

  it('asks whoever is not signed in to sign in', async () => {
    const { to } = await openReferral(worker, 'Ana Uno');
    assert.equal((await house.visitor().get(`${to}/next?in=new.filed.asc`)).to, '/desk/sign-in');
  });
});

describe('a danger alert at the desk', () => {
  it('stands before those that somebody has, and comes next after the act on it', async () => {
    const house = await openHouse();
    const alert = { language: 'en', wantsCall: true, phone: '9515550134', danger: 'suicide' } as const;
    await store(house, 'a1', { alert: { ...alert, id: 'a1' }, at: '2026-11-23T17:20:00.000Z' });
    await store(house, 'a2', { alert: { ...alert, id: 'a2', danger: 'abuse' }, at: '2026-11-23T17:40:00.000Z' });
    await house.store.take('alert', 'a1', 'Mai Moua');
    const worker = await house.signedIn('worker');
    const list = await worker.get('/desk/danger');
    assert.deepEqual(
      [...list.text.matchAll(/abuse or violence<|suicide</g)].map(([kind]) => kind),
      ['abuse or violence<', 'suicide<'],
    );
    const { to } = await worker.send(list, '/danger/take', {});
    assert.equal(to, '/desk/danger?saved=yes#latest');
    const [, latest = ''] = (await worker.get(to)).text.split('id="latest"');
    assert.match(latest.split('</td>')[0] ?? '', /Taken by <bdi>Lee Xiong/);
    await house.close();
  });
});
