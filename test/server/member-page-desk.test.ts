import assert from 'node:assert/strict';
import type { Contact } from '../../referral/referral.ts';
import { aReferral, file, openHouse, openReferral, type DeskHouse, type Page, type Visitor } from './desk-visit.ts';

const number = '12345678901234';
const name = 'Pa Houa Vang';

const plain = ({ text }: Page): string =>
  text
    .replace(/<nav[\s\S]*?<\/nav>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');

const links = ({ text }: Page): string[] =>
  [...text.matchAll(/href="([^"]+\/copy\?size=\w+)"/g)].map(([, to = '']) => to);

describe('The member’s own page at the desk', () => {
  let house: DeskHouse;
  let worker: Visitor;
  beforeEach(async () => {
    house = await openHouse();
    worker = await house.signedIn('reader');
  });
  afterEach(() => house.close());

  async function filed(contact: Partial<Contact>, more: Parameters<typeof aReferral>[1] = {}): Promise<Page> {
    await file(house, aReferral(number, { contact: { ...aReferral(number).contact, ...contact }, ...more }));
    return openReferral(worker, name);
  }
  const opened = async (page: Page, at = 0): Promise<Page> => worker.get(links(page)[at] ?? '');

  it('is in the language that the member reads, with the English beside it', async () => {
    const page = await opened(await filed({ writtenLanguage: 'es' }));
    assert.equal(page.status, 200);
    assert.match(page.text, /<html lang="es" dir="ltr"/);
    assert.match(plain(page), /Ya mandamos su solicitud.*Your request was sent/);
    assert.match(plain(page), /1234 567 890 1234/);
    assert.match(page.headers.get('cache-control') ?? '', /no-store/);
    assert.doesNotMatch(page.text, /Pa Houa|1964|90000000A|0134/);
  });

  it('is in English, with an interpreter offered, where the language is none of ours', async () => {
    const page = await opened(await filed({ writtenLanguage: 'Mixteco' }));
    assert.match(page.text, /<html lang="en"/);
    assert.match(plain(page), /A free interpreter can help.*Your request was sent/);
    assert.match(page.text, /The member reads Mixteco/);
  });

  it('comes in 20 point first, and says why, where the member asked for large print', async () => {
    const page = await filed({ alternativeFormat: 'largePrint' });
    const [first, second] = links(page);
    assert.match(first ?? '', /size=large$/);
    assert.match(second ?? '', /size=common$/);
    assert.match(page.text, /the member asked for large print/);
    assert.match((await opened(page)).text, /<html [^>]*class="large"/);
    assert.match((await worker.get((first ?? '').split('?')[0] ?? '')).text, /<html [^>]*class="large"/);
    assert.match((await opened(page, 1)).text, /<html [^>]*class=""/);
  });

  it('says of another format that this page alone does not serve it', async () => {
    assert.match((await opened(await filed({ alternativeFormat: 'braille' }))).text, /asked for letters in braille/);
  });

  it('warns where mail is not allowed', async () => {
    assert.match((await opened(await filed({ mayMail: false }))).text, /Hand it over only/);
  });

  it('warns of nothing where there is nothing to warn of', async () => {
    assert.doesNotMatch(
      (await opened(await filed({}))).text,
      /Hand it over only|Confidential|The member (reads|asked)/,
    );
  });

  it('is the member’s whole page also when a helper filed', async () => {
    const filer = {
      kind: 'helper',
      relation: 'child',
      awareness: 'doesNotKnow',
      name: 'Rosa Example',
      phone: null,
      organization: null,
      title: null,
    } as const;
    const page = plain(await opened(await filed({}, { filer })));
    assert.match(page, /Somebody asked for this help for you.*What was asked for.*Enhanced Care Management/);
    assert.doesNotMatch(page, /Rosa|To protect that person/);
  });

  it('holds number, day and phone line alone where contact is confidential', async () => {
    const page = plain(await opened(await filed({ confidential: true })));
    assert.match(page, /1234 567 890 1234.*November 20, 2026.*1-800-440-4347/);
    assert.doesNotMatch(page, /Enhanced|Meals|request|decides|rights/i);
  });

  it('leaves a line in the audit log, and no number in an address or in the log', async () => {
    const taken: unknown[] = [];
    const audit = house.store.audit.bind(house.store);
    house.store.audit = async (...line) => {
      taken.push(line);
      return audit(...line);
    };
    const page = await filed({});
    assert.deepEqual(taken, []);
    await opened(page);
    assert.deepEqual(taken, [['Lee Xiong', 'memberPage.opened', number]]);
    assert.doesNotMatch(links(page).join(), /1234567/);
    assert.doesNotMatch(house.logged.join(), /1234567|Pa Houa/);
  });

  it('is for those who are signed in, and is not found under an address that we did not make', async () => {
    const [link = ''] = links(await filed({}));
    const stranger = await house.visitor().get(link);
    assert.deepEqual([stranger.status, stranger.to], [303, '/desk/sign-in']);
    assert.equal((await worker.get(`/desk/referrals/${number}/copy`)).status, 404);
  });
});
