import assert from 'node:assert/strict';
import { words } from '../../../server/desk/words.ts';
import { aReferral, file, openHouse, openReferral } from '../desk-visit.ts';

describe('the banner of a practice desk', () => {
  const number = '12345678901234';
  const said = words.practice.banner;

  it('stands once on every page, also before sign-in, where nothing is found, and on the page for a member', async () => {
    const house = await openHouse({ practice: true });
    try {
      await file(house, aReferral(number));
      const admin = await house.signedIn('admin');
      const { to: address } = await openReferral(admin, 'Pa Houa');
      const paths = ['new', 'danger', 'complaints', 'week', 'export', 'return-file', 'nowhere'].map(
        (one) => `/desk/${one}`,
      );
      for (const path of [...paths, address, `${address}/copy`]) {
        const { text } = await admin.get(path);
        assert.equal(text.split(said).length, 2, path);
        assert.ok(text.indexOf(said) < text.indexOf('<main'), path);
      }
      assert.match((await house.visitor().get('/desk/sign-in')).text, new RegExp(said));
    } finally {
      await house.close();
    }
  });

  it('stands in no file, whatever somebody has typed, and on no other desk', async () => {
    const person = { ...aReferral(number).person, name: '<body>Ana' };
    for (const practice of [true, false]) {
      const house = await openHouse({ practice });
      try {
        await file(house, aReferral(number, { person }));
        const admin = await house.signedIn('admin');
        const page = await admin.get('/desk/export');
        assert.equal(page.text.includes(said), practice);
        assert.equal((await admin.send(page, '/export/queue', { queue: 'all' })).text.includes(said), false);
      } finally {
        await house.close();
      }
    }
  });
});
