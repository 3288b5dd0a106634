// Invariant 7: nothing confirmed to a member is lost: a number only once it is stored, and it reaches the plan once.
import assert from 'node:assert/strict';
import type { Store } from '../../bot/store.ts';
import { drain, leaseSeconds, type Clock, type Gateways } from '../../referral/outbox.ts';
import { deskGateway } from '../../server/gateways/desk-gateway.ts';
import { noTexter } from '../../server/gateways/no-texter.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn } from './said.ts';
import { play } from './script.ts';
import { openTalk, planPhone, type Talk, type Turn } from './talk.ts';
import { stateAt } from './waitings.ts';
import { noFollowUps } from '../referral/no-follow-ups.ts';

/** Fourteen digits, however they are grouped. */
const aNumber = /(?:\d[ -]?){13}\d/;
const preview = stateAt({ dialog: 'file', step: 'preview' });

type Commit = Store['commit'];
const withCommit =
  (commit: (real: Commit) => Commit) =>
  (store: WholeStore): Store => ({ ...store, commit: commit((unit) => store.commit(unit)) });

const send = (talk: Talk, id: string): Promise<Turn> => talk.sends({ id, choices: ['send'] });

describe('nothing confirmed to a member is lost', () => {
  let store: WholeStore;
  beforeEach(async () => (store = await openMemoryStore()));
  afterEach(() => store.close());
  const filed = async (): Promise<readonly string[]> => (await store.referrals('test')).map(({ number }) => number);

  it('where the store refuses, no number is shown: only sorry, and the phone of the plan', async () => {
    let works = false;
    const over = withCommit((real) => (unit) => (works ? real(unit) : Promise.reject(new Error('the disk is full'))));
    const talk = await openTalk({ store, over });
    await talk.put(preview);
    const turn = await send(talk, 'the form');
    assert.equal(turn.outcome.confirmation, null);
    assert.doesNotMatch(turn.all, aNumber);
    assert.deepEqual(keysIn(turn.says), ['common.storeFailed']);
    assert.ok(turn.all.includes(planPhone));
    assert.deepEqual(await filed(), []);

    works = true;
    const again = await send(talk, 'the form');
    assert.deepEqual(await filed(), [again.outcome.confirmation]);
    assert.match(again.all, aNumber);
  });

  it('where the store took it and its word was lost, the same message gets the number that was stored', async () => {
    let lost = false;
    const over = withCommit((real) => async (unit) => {
      const committed = await real(unit);
      if (unit.referral && !lost) {
        lost = true;
        throw new Error('the line went dead');
      }
      return committed;
    });
    const talk = await openTalk({ store, over });
    await talk.put(preview);
    assert.doesNotMatch((await send(talk, 'the form')).all, aNumber);
    const again = await send(talk, 'the form');
    const [number = '', ...more] = await filed();
    assert.deepEqual(more, []);
    assert.ok(again.all.replace(/\D/g, '').includes(number));
  });

  it('the number is not said before it is stored', async () => {
    let release: () => void = () => undefined;
    const over = withCommit((real) => async (unit) => {
      if (unit.referral) await new Promise<void>((resolve) => (release = resolve));
      return real(unit);
    });
    const talk = await openTalk({ store, over });
    await talk.put(preview);
    let said = false;
    const turn = send(talk, 'the form').then((each) => ((said = true), each));
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(said, false);
    assert.deepEqual(await filed(), []);
    release();
    const { outcome } = await turn;
    assert.deepEqual(await filed(), [outcome.confirmation]);
  });

  it('the same message twice, one after the other or at once, is one request and one reply', async () => {
    const talk = await openTalk({ store });
    await talk.put(preview);
    const [one, two] = await Promise.all([send(talk, 'the form'), send(talk, 'the form')]);
    const three = await send(talk, 'the form');
    assert.deepEqual(two.texts, one.texts);
    assert.deepEqual(three.texts, one.texts);
    assert.equal((await filed()).length, 1);
  });

  it('an old page that shows another question files nothing', async () => {
    const talk = await openTalk({ store });
    await talk.put(preview);
    await talk.sends({ choices: ['send'], question: 'file.name' });
    assert.deepEqual(await filed(), []);
    await talk.sends({ choices: ['send'], question: 'file.preview' });
    assert.equal((await filed()).length, 1);
    await talk.sends({ choices: ['send'], question: 'file.preview' });
    assert.equal((await filed()).length, 1);
  });

  it('two processes in one conversation file once: the later one looks again', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => openTalk({ store, key: 'one conversation' })));
    await one?.put(preview);
    await Promise.all([one && send(one, 'the form'), two && send(two, 'the form')]);
    assert.equal((await filed()).length, 1);
  });

  it('it reaches the plan once, whatever crashes on the way', async () => {
    const { number } = await play(await openTalk({ store }));
    let seconds = 0;
    const now = (): Date => new Date(Date.now() + seconds * 1000);
    const clock: Clock = { now, random: () => 0, wait: () => new Promise(() => undefined) };
    const received: string[] = [];
    let broken = true;
    const desk = deskGateway(store, now);
    const gateways: Gateways = {
      texter: noTexter,
      news: { tell: () => Promise.resolve({ kind: 'done' }) },
      plan: {
        ...noFollowUps,
        submit: async (referral) => {
          if (broken) throw new Error('the plan does not answer');
          received.push(referral.number);
          return desk.submit(referral);
        },
      },
    };
    // A sender that takes it and dies; then a plan that does not answer; then one that does.
    await store.claim(now().toISOString(), new Date(now().getTime() + leaseSeconds * 1000).toISOString(), 16);
    assert.equal(await drain(store, gateways, clock), 0);
    seconds += leaseSeconds + 1;
    await drain(store, gateways, clock);
    broken = false;
    for (let tries = 0; tries < 10; tries += 1) {
      seconds += 3600;
      await drain(store, gateways, clock);
    }
    assert.deepEqual(received, [number]);
    assert.ok((await store.referral(number, 'test'))?.receivedAt);
  });
});
