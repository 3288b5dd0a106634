import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { bind } from '../../../server/storage/bind.ts';
import { throwAwayKeys, type Keyring } from '../../../server/storage/keys.ts';
import { openMemoryStore, openSqliteStore, type WholeStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, helped, noon, referral, referralOf, stateWith, temporaryFolder, unit } from './samples.ts';

const number = '12345678901234';

describe('What lies on the disk', () => {
  let file: string;
  let keys: Keyring;
  let store: WholeStore;
  beforeEach(async () => {
    file = join(temporaryFolder(), 'data', 'kept.db');
    keys = throwAwayKeys();
    store = await openSqliteStore({ file, keys });
  });
  afterEach(() => store.close());

  const onDisk = (): string =>
    readdirSync(dirname(file))
      .map((name) => readFileSync(join(dirname(file), name), 'latin1'))
      .join('');
  const behindItsBack = <T>(act: (sqlite: BetterSqlite.Database) => T): T => {
    const sqlite = new BetterSqlite(file);
    try {
      return act(sqlite);
    } finally {
      sqlite.close();
    }
  };

  it('holds no name, phone, birth date, word, clinic, danger or key of a visit that could be read', async () => {
    const { id } = await store.conversation('sms', '5595550142');
    await store.commit(
      unit(id, 0, 'm1', {
        channel: 'sms',
        state: stateWith({ danger: { kind: 'childInDanger', alertId: 'al', violence: false } }),
        referral: helped(number),
        callBack: {
          id: 'cb',
          name: 'Ximena',
          phone: '5595550143',
          language: 'hmn',
          dialect: 'green',
          when: null,
          voicemail: null,
          reason: 'danger',
        },
        alert: { id: 'al', danger: 'childInDanger', language: 'es', wantsCall: true, phone: '5595550144' },
        texting: { phone: '5595550145', allowed: true },
        outbox: [{ kind: 'text', id: 't', phone: '5595550146', language: 'es', notBefore: null }],
      }),
    );
    await store.record(
      number,
      {
        programme: 'ecm',
        what: { kind: 'decision', decision: 'approved', decidedOn: '2026-11-24', noticeMailedOn: null },
      },
      'Ana',
    );
    await store.record(
      number,
      {
        programme: 'ecm',
        what: {
          kind: 'loop',
          loop: { state: 'accepted' },
          on: '2026-11-30',
          provider: { name: 'Casa Sana', phone: '9515550188' },
        },
      },
      'Ana',
    );
    await store.createSession('hash of the cookie', 'the key of a visit', noon, noon);

    const whileOpen = onDisk();
    await store.close();
    const afterwards = onDisk();
    store = await openSqliteStore({ file, keys });
    const secrets = [
      'Xiomara',
      'Quetzalli',
      'Itzel',
      'Ximena',
      '1964-03-09',
      '555014',
      '555-01',
      '5550177',
      '5550188',
      'Casa Sana',
      'del Sol',
      'espalda',
      'welcome.hello',
      'childInDanger',
      'green',
      'the key of a visit',
    ];
    for (const disk of [whileOpen, afterwards]) {
      assert.ok(disk.includes(number), 'the search finds what is in the clear');
      assert.deepEqual(
        secrets.filter((secret) => disk.includes(secret)),
        [],
      );
    }
  });

  it('is for its owner alone', () => {
    assert.equal(statSync(dirname(file)).mode & 0o077, 0);
    for (const name of readdirSync(dirname(file))) assert.equal(statSync(join(dirname(file), name)).mode & 0o077, 0);
  });

  const swaps: readonly [what: string, sql: string, read: () => Promise<unknown>][] = [
    [
      'two referrals',
      `UPDATE referral SET body_sealed = (SELECT r.body_sealed FROM referral r WHERE r.number <> referral.number)`,
      () => store.filed(number),
    ],
    [
      'two names',
      `UPDATE referral SET listed_sealed = (SELECT r.listed_sealed FROM referral r WHERE r.number <> referral.number)`,
      () => store.referrals('Ana'),
    ],
    ['a name and a referral', `UPDATE referral SET listed_sealed = body_sealed`, () => store.referrals('Ana')],
    [
      'two states',
      `UPDATE conversation SET state_sealed = (SELECT c.state_sealed FROM conversation c WHERE c.id <> conversation.id)`,
      () => store.conversation('web', `visit ${number}`),
    ],
    [
      'a state and its version',
      `UPDATE conversation SET version = version + 1`,
      () => store.conversation('web', `visit ${number}`),
    ],
    [
      'two phones',
      `UPDATE conversation SET key_sealed = (SELECT c.key_sealed FROM conversation c WHERE c.id <> conversation.id)`,
      () => store.talksAbout(number),
    ],
  ];
  for (const [what, sql, read] of swaps) {
    it(`does not open when somebody swapped ${what}`, async () => {
      await filedReferral(store, referral(number));
      await filedReferral(store, helped('22222222222222'));
      await read();
      assert.ok(behindItsBack((sqlite) => sqlite.prepare(sql).run().changes) > 0);
      await assert.rejects(read());
    });
  }

  it('does not open when somebody swapped two messages', async () => {
    const id = await filedReferral(store, referral(number));
    behindItsBack((sqlite) =>
      sqlite.exec(`UPDATE message SET body_sealed = (SELECT m.body_sealed FROM message m WHERE m.seq <> message.seq)`),
    );
    await assert.rejects(store.messagesSince(id, 0));
  });

  it('leaves to the desk what cannot be read any more, and sends the rest', async () => {
    for (const filed of [number, '22222222222222']) await filedReferral(store, referralOf(`P ${filed}`, filed));
    const { id, version } = await store.conversation('web', `visit ${number}`);
    const text = { kind: 'text', id: 'a text', phone: '5595550101', language: 'es', notBefore: null } as const;
    await store.commit(unit(id, version, 'a text', { outbox: [text] }));
    behindItsBack((sqlite) =>
      sqlite.exec(
        `UPDATE outbox SET body_sealed = (SELECT o.body_sealed FROM outbox o WHERE o.number = '${number}') WHERE id = 'a text'`,
      ),
    );
    const claimed = await store.claim('2030-01-01T00:00:00Z', '2030-01-01T00:01:00Z', 9);
    assert.deepEqual(claimed.map(({ item }) => item.id).sort(), [`referral ${number}`, 'referral 22222222222222']);
    assert.deepEqual(
      (await store.undelivered('Ana')).map((item) => [item.id, item.reason]),
      [['a text', 'unreadable']],
    );
  });

  it('sends a referral whose line in the outbox is damaged: its number is enough', async () => {
    await filedReferral(store, referral(number));
    behindItsBack((sqlite) => sqlite.exec(`UPDATE outbox SET body_sealed = '{"kind":'`));
    const [claimed] = await store.claim('2030-01-01T00:00:00Z', '2030-01-01T00:01:00Z', 9);
    assert.deepEqual(claimed?.item, { kind: 'referral', id: `referral ${number}`, number });
  });

  it('shows the desk what waits, also where the answer to it cannot be read any more', async () => {
    await filedReferral(store, referral(number));
    const [claimed] = await store.claim('2030-01-01T00:00:00Z', '2030-01-01T00:01:00Z', 9);
    await store.settle(
      claimed!,
      { kind: 'refused', reason: 'invalid', answer: 'code: invalid' },
      '2030-01-01T00:00:09Z',
    );
    behindItsBack((sqlite) =>
      sqlite.exec(`UPDATE outbox SET answer_sealed = 'damaged' WHERE answer_sealed IS NOT NULL`),
    );
    assert.deepEqual(
      (await store.undelivered('Ana')).map((item) => [item.number, item.reason, item.answer]),
      [[number, 'invalid', null]],
    );
  });

  it('keeps every line of the audit log and of the history, whoever asks otherwise', async () => {
    await filedReferral(store, referral(number));
    await store.record(
      number,
      {
        programme: 'ecm',
        what: { kind: 'decision', decision: 'approved', decidedOn: '2026-11-24', noticeMailedOn: null },
      },
      'Ana',
    );
    const acts = [
      `UPDATE audit SET who = 'Ben'`,
      `DELETE FROM audit`,
      `REPLACE INTO audit SELECT place, at, 'Ben', what, about FROM audit`,
      `UPDATE request_event SET worker = 'Ben'`,
      `DELETE FROM request_event`,
      `REPLACE INTO request_event SELECT number, place, at, 'Ben', programme, body_sealed FROM request_event`,
    ];
    behindItsBack((sqlite) => {
      sqlite.pragma('recursive_triggers = ON');
      for (const act of acts) assert.throws(() => sqlite.exec(act), /append-only/, act);
      const lines = sqlite.prepare('SELECT who, what, about FROM audit').raw().all();
      assert.deepEqual(lines, [['Ana', 'decision.recorded', number]]);
    });
  });

  it('says which worker filed for a caller', async () => {
    const { id, version } = await store.conversation('desk', 'desk:one');
    const audit = [{ what: 'referral filed', about: number }];
    const written = { channel: 'desk', worker: 'Ana', referral: referral(number), audit } as const;
    await store.commit(unit(id, version, 'one', written));
    const lines = behindItsBack((sqlite) => sqlite.prepare('SELECT who, what, about FROM audit').raw().all());
    assert.deepEqual(lines, [['Ana', 'referral filed', number]]);
  });

  it('has a line for each thing that somebody at the desk saw or did', async () => {
    await filedReferral(store, referral(number));
    await store.referrals('Ana');
    await store.referral(number, 'Ana');
    await store.referral('00000000000000', 'Ben');
    await store.callBacks('Ana');
    await store.alerts('Ana');
    await store.take('alert', 'al', 'Ana');
    await store.finish('callBack', 'cb', 'reached', 'Ana');
    await store.audit('Ana', 'signedOut', '');
    const lines = behindItsBack((sqlite) => sqlite.prepare(`SELECT who, what, about FROM audit`).raw().all());
    assert.deepEqual(lines, [
      ['Ana', 'referrals.listed', ''],
      ['Ana', 'referral.viewed', number],
      ['Ben', 'referral.viewed', '00000000000000'],
      ['Ana', 'callBacks.listed', ''],
      ['Ana', 'alerts.listed', ''],
      ['Ana', 'alert.taken', 'al'],
      ['Ana', 'callBack.finished', 'cb'],
      ['Ana', 'signedOut', ''],
    ]);
  });

  it('is not opened with keys that are not its own, and not changed by the try', async () => {
    await filedReferral(store, referral(number));
    await assert.rejects(
      openSqliteStore({ file, keys: throwAwayKeys() }),
      /not the one that this data was sealed with/,
    );
    const again = await openSqliteStore({ file, keys });
    assert.deepEqual(await again.filed(number), referral(number));
    await again.close();
  });

  it('is not opened by a build that is older than what wrote it', async () => {
    behindItsBack((sqlite) => sqlite.exec('INSERT INTO migration (step) VALUES (999)'));
    await assert.rejects(openSqliteStore({ file, keys }), /newer version/);
  });

  it('is shared by two stores without a turn lost or done twice', async () => {
    const other = await openSqliteStore({ file, keys });
    const { id } = await store.conversation('web', 'visit');
    assert.equal((await other.conversation('web', 'visit')).id, id);
    let stored = 0;
    for (let version = 0; stored < 40; version = (await store.conversation('web', 'visit')).version) {
      const both = await Promise.all([
        store.commit(unit(id, version, `a${version}`)),
        other.commit(unit(id, version, `b${version}`)),
      ]);
      assert.deepEqual(both.map(({ kind }) => kind).sort(), ['moved', 'stored']);
      stored += 1;
    }
    const seqs = (await other.messagesSince(id, 0)).map(({ seq }) => seq);
    assert.deepEqual(
      seqs,
      Array.from({ length: 80 }, (_, at) => at + 1),
    );
    await other.close();
  });

  it('is never written by a value that was forgotten', async () => {
    assert.throws(() => bind(['a', undefined as never]), /\$2 cannot be stored: it is undefined/);
    assert.throws(() => bind([Number.NaN]), TypeError);
    assert.throws(() => bind([{} as never]), TypeError);
    assert.deepEqual(bind([true, false, null, ['a', 1], new Date(noon)]), {
      1: 1,
      2: 0,
      3: null,
      4: '["a",1]',
      5: noon,
    });
    const memory = await openMemoryStore();
    const { id } = await memory.conversation('web', 'visit');
    const forgotten = { what: 'filed', about: undefined as never };
    await assert.rejects(memory.commit(unit(id, 0, 'm', { audit: [forgotten] })), /undefined/);
    assert.equal((await memory.conversation('web', 'visit')).version, 0);
    await memory.close();
  });
});
