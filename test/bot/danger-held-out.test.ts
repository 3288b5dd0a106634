import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readDanger } from '../../bot/danger.ts';
import { DangerKind } from '../../dialogs/danger-kind.ts';
import { languages } from '../../locales/languages.ts';

/** Written apart from the patterns, by somebody who had not seen them (languages.md 6.6). */
const HeldOut = z.strictObject({
  positives: z.array(z.strictObject({ text: z.string(), kind: DangerKind })).min(30),
  lookalikes: z.array(z.strictObject({ text: z.string() })).min(30),
});

/** Each was held out once, then learnt from: they show that nothing is lost, not how well new words are read. */
const sets = ['danger-set', 'danger-set-2', 'danger-set-3', 'danger-set-4'];

for (const folder of sets) {
  for (const { tag, englishName } of languages) {
    describe(`danger in ${englishName} messages of ${folder}, written apart from the patterns`, () => {
      const file = new URL(`./${folder}/${tag}.json`, import.meta.url);
      const set = HeldOut.parse(JSON.parse(readFileSync(file, 'utf8')));

      it('is always caught', () => {
        const missed = set.positives.filter(({ text }) => readDanger(text) === null);
        assert.deepEqual(missed, []);
      });

      it('is not seen in more than one look-alike', () => {
        const alarms = set.lookalikes.filter(({ text }) => readDanger(text) !== null);
        assert.ok(alarms.length <= 1, JSON.stringify(alarms, null, 1));
      });
    });
  }
}
