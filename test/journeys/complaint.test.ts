import assert from 'node:assert/strict';
import { text } from '../../locales/index.ts';
import { createVisitor, type Page, type Visitor } from '../server/desk-visit.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';

const phone = '+15555550142';
const flat = ({ text: page }: Page): string =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ([.,])/g, '$1');

/** The page after this was typed into it, or chosen on it. */
async function says(visitor: Visitor, fields: Readonly<Record<string, string>>): Promise<Page> {
  const sent = await visitor.send(await visitor.get('/'), '/chat', fields);
  return sent.status === 303 ? visitor.get('/') : sent;
}

describe('somebody complains by text in Spanish, and somebody else appeals on the page in English', () => {
  let door: FrontDoor;
  before(async () => (door = await openFrontDoor('iehp', '2026-11-20')));
  after(() => door.close());

  const opened = async (worker: Visitor, kind: string): Promise<{ readonly page: Page; readonly path: string }> => {
    const list = await worker.get('/desk/complaints');
    const path = new RegExp(`href="(/desk/complaints/one/[^"]+)">${kind}`).exec(list.text)?.[1] ?? '';
    assert.notEqual(path, '', `no ${kind} in: ${flat(list)}`);
    return { page: await worker.get(path), path };
  };

  it('she writes that she wants to complain, tells it, sees it and sends it', async () => {
    let told: readonly string[] = [];
    for (const line of ['quiero poner una queja', '1', '4', 'Nadie me ha llamado en tres semanas', '2', '1', '1'])
      told = await door.text(phone, line);
    assert.ok(told.join('\n').includes(text('es', 'file.name.ask.self') ?? '?'), told.join('\n'));
    await door.text(phone, 'Luz Ejemplo');
    const preview = (await door.text(phone, '3/7/1964')).join('\n');
    assert.ok(preview.includes('Nadie me ha llamado en tres semanas'), preview);
    assert.ok(!preview.includes('Luz Ejemplo'), 'names are masked in a text message');
    assert.deepEqual(await door.store.complaints('test'), []);
    const answered = await door.text(phone, '1', 'SM900');
    const sent = answered.join('\n');
    assert.match(sent, /20 de noviembre de 2026[\s\S]*25 de noviembre de 2026[\s\S]*20 de diciembre de 2026/);
    assert.deepEqual(await door.text(phone, '1', 'SM900'), answered);
    assert.equal((await door.store.complaints('test')).length, 1, 'the same message twice is one complaint');
  });

  it('he disagrees with a letter, by forms alone, and is told of an appeal and not of a complaint', async () => {
    const page = createVisitor(door.url);
    await says(page, { text: 'I disagree with the letter' });
    await says(page, { press: 'self' });
    const dated = await says(page, { month: '11', day: '10', year: '2026', dated: 'yes' });
    assert.match(flat(dated), /Do you want to keep help that the letter cuts or ends\?/);
    await says(page, { press: 'yes' });
    await says(page, { text: 'I still need the meals' });
    await says(page, { press: 'no' });
    await says(page, { press: 'letter' });
    await says(page, { text: '12 Oak St, Riverside 92501' });
    await says(page, { text: 'Ben Example' });
    const preview = flat(await says(page, { month: '4', day: '12', year: '1958', dated: 'yes' }));
    for (const row of ['An appeal', 'November 10, 2026', 'I still need the meals', '12 Oak St, Riverside 92501'])
      assert.ok(preview.includes(row), `${row} is not in: ${preview}`);
    const sent = flat(await says(page, { press: 'send' }));
    assert.ok(sent.includes('Your appeal was sent'), sent);
    assert.match(sent, /State Hearing\. You have 120 days/);
    assert.doesNotMatch(sent, /Your complaint was sent/);
  });

  it('both are at the desk, told apart, with their days; each is acknowledged by itself', async () => {
    const worker = await door.worker();
    const list = flat(await worker.get('/desk/complaints'));
    assert.match(list, /Complaints and appeals 2/);
    const hers = await opened(worker, 'Complaint');
    assert.match(flat(hers.page), /Nadie me ha llamado en tres semanas/);
    assert.match(flat(hers.page), /Spanish/);
    assert.match(flat(hers.page), /Acknowledge by Wed, Nov 25, 2026/);
    const his = await opened(worker, 'Appeal');
    assert.match(flat(his.page), /Date on the letter Tue, Nov 10, 2026/);
    assert.match(flat(his.page), /I still need the meals/);
    await worker.send(hers.page, '/desk/complaints/take', {});
    await worker.send(await worker.get(hers.path), '/desk/complaints/acknowledge', {});
    assert.match(flat(await worker.get(hers.path)), /Acknowledged Nov 20, 2026/);
    assert.doesNotMatch(flat(await worker.get(his.path)), /Acknowledged Nov/);
  });

  it('six days later only the appeal is overdue, and stands first', async () => {
    door.setDay('2026-11-26');
    const list = flat(await (await door.worker()).get('/desk/complaints'));
    assert.match(
      list,
      /Appeal Acknowledge by Wed, Nov 25, 2026 overdue .*Complaint \(grievance\) Answer by Sun, Dec 20/,
    );
    assert.equal(list.split('2026 overdue').length - 1, 1, list);
  });

  it('nothing was filed for either, and nothing of their words or of them is in the log', async () => {
    assert.deepEqual(await door.store.referrals('test'), []);
    assert.doesNotMatch(door.logged.join('\n'), /llamado|meals|Ejemplo|Ben Example|Oak St|0142|1958|1964/);
  });
});
