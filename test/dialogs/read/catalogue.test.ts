import assert from 'node:assert/strict';
import { questions } from '../../../dialogs/questions.ts';
import { readChoice } from '../../../dialogs/read/choice.ts';
import { readChoices } from '../../../dialogs/read/choices.ts';
import { text } from '../../../locales/index.ts';
import { languages } from '../../../locales/languages.ts';
import { typed } from './heard.ts';

const none = { id: 'none', labels: [] };

describe("the screen's own choices", () => {
  for (const { tag, englishName } of languages)
    for (const who of ['self', 'other'] as const)
      it(`are each understood when typed as they stand, in ${englishName} (${who})`, () => {
        for (const { id: question, kind, options } of questions) {
          const all = options.map(({ id, label }) => ({
            id,
            labels: [text(tag, label[who]), text('en', label[who])].filter((words) => words !== undefined),
          }));
          for (const { id, labels } of all) {
            const heard = typed(labels[0] ?? '');
            const said = kind === 'many' ? readChoices(all, none, heard, tag) : readChoice(all, heard, tag);
            assert.deepEqual(said, kind === 'many' ? [id] : id, `${question}: ${labels[0]}`);
          }
        }
      });
});
