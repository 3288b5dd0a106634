import assert from 'node:assert/strict';
import { aReferral, file, openHouse, openReferral, type DeskHouse, type Page, type Visitor } from './desk-visit.ts';
import { readPdf } from './files/read-pdf.ts';

const links = ({ text }: Page): string[] =>
  [...text.matchAll(/href="([^"]+\/forms\/[^"]+)"/g)].map(([, to = '']) => to);

describe('the forms of a referral at the desk', () => {
  let house: DeskHouse;
  let visitor: Visitor;
  const number = '12345678901234';
  const bytesOf = async (path: string, { cookies }: Visitor): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return fetch(new URL(path, house.url), { headers: { cookie }, redirect: 'manual' });
  };

  beforeEach(async () => {
    house = await openHouse();
    visitor = await house.signedIn('reader', 'Lee Xiong');
    await file(house, aReferral(number));
  });
  afterEach(() => house.close());

  it('are offered on its page, one for each programme asked for', async () => {
    const page = await openReferral(visitor, 'Pa Houa Vang');
    const inText = page.text.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    assert.match(inText, /Print or save: ECM Adult form, Medically Tailored Meals \/ Medically Supportive Food form/);
    assert.equal(links(page).length, 2);
    for (const link of links(page)) assert(!link.includes(number), 'the number stands in an address');
  });

  it('come as files that a plan can print, kept by nothing on the way', async () => {
    const [ecm = '', meals = ''] = links(await openReferral(visitor, 'Pa Houa Vang'));
    const answer = await bytesOf(ecm, visitor);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/pdf');
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename=referral-1234-adult.pdf');
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    const { text, title } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    assert.match(title, /Adult$/);
    assert.match(text, /Pa Houa Vang/);
    const other = await readPdf(new Uint8Array(await (await bytesOf(meals, visitor)).arrayBuffer()));
    assert.match(other.title, /^IEHP referral form: Medically Tailored Meals/);
  });

  it('leave a line in the audit log: who took which form of which referral', async () => {
    const taken: unknown[] = [];
    const audit = house.store.audit.bind(house.store);
    house.store.audit = async (...line) => {
      taken.push(line);
      return audit(...line);
    };
    const [ecm = ''] = links(await openReferral(visitor, 'Pa Houa Vang'));
    assert.deepEqual(taken, []);
    await visitor.get(ecm);
    assert.deepEqual(taken, [['Lee Xiong', 'form.taken', `${number} adult`]]);
  });

  it('are for those who are signed in, and for nobody else', async () => {
    const [ecm = ''] = links(await openReferral(visitor, 'Pa Houa Vang'));
    const stranger = await house.visitor().get(ecm);
    assert.equal(stranger.status, 303);
    assert.equal(stranger.to, '/desk/sign-in');
    assert.doesNotMatch(stranger.text, /PDF|Pa Houa/);
  });

  const wrong: readonly [what: string, change: (link: string) => string][] = [
    ['a form that was not asked for', (link) => link.replace(/[^/]+$/, 'respite')],
    ['the form for another age', (link) => link.replace(/[^/]+$/, 'childYouth')],
    ['a form that there is not', (link) => link.replace(/[^/]+$/, 'constructor')],
    ['an address that we did not make', () => `/desk/referrals/${number}/forms/adult`],
  ];
  for (const [what, change] of wrong) {
    it(`are not found: ${what}`, async () => {
      const [ecm = ''] = links(await openReferral(visitor, 'Pa Houa Vang'));
      const page = await visitor.get(change(ecm));
      assert.equal(page.status, 404);
      assert.doesNotMatch(page.text, /%PDF/);
    });
  }

  it('warn on the page of signs that no font has, and of nothing else', async () => {
    const { person } = aReferral(number);
    await file(house, aReferral('22345678901234', { person: { ...person, name: 'Ko မောင်' } }));
    await file(house, aReferral('32345678901234', { person: { ...person, name: 'សុខ ចាន់ដារ៉ា' } }));
    assert.match((await openReferral(visitor, 'Ko ')).text, /stand as code points.*\[U\+1019 U\+1031\]/);
    assert.doesNotMatch((await openReferral(visitor, 'សុខ')).text, /code points/);
    assert.doesNotMatch((await openReferral(visitor, 'Pa Houa')).text, /code points/);
  });

  it('write no name into the log', async () => {
    const [ecm = ''] = links(await openReferral(visitor, 'Pa Houa Vang'));
    await visitor.get(ecm);
    assert.doesNotMatch(house.logged.join(), /Houa|12345678901234/);
  });
});
