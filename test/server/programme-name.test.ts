import assert from 'node:assert/strict';
import { text } from '../../locales/index.ts';
import { languages } from '../../locales/languages.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import { html } from '../../server/channels/web/html.ts';
import { programmeName } from '../../server/channels/web/say.ts';
import { Voice } from '../../server/channels/web/voice.ts';
import { planById } from '../../server/plans/index.ts';

describe('The name of a kind of help on the page', () => {
  for (const { tag } of languages)
    it(`has its English name once, as letters and cards will have it, in ${tag}`, () => {
      const voice = new Voice(tag, { shown: text, any: text }, planById('iehp'));
      for (const id of ProgrammeId.options) {
        const shown = html`${programmeName(id, voice)}`.source.replace(/<[^>]*>/g, '').replace(/[^a-z]+/gi, ' ');
        const english = (text('en', `programmes.${id}.name`) ?? '').replace(/[^a-z]+/gi, ' ').trim();
        assert.equal(shown.split(english).length - 1, 1, shown);
      }
    });
});
