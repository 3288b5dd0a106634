import assert from 'node:assert/strict';
import english from '../../locales/en/topics.json' with { type: 'json' };
import { readLanguage } from '../../locales/index.ts';
import { languages } from '../../locales/languages.ts';
import { Citation } from '../../policy/citation.ts';
import { PopulationId, SupportId } from '../../policy/rule.ts';
import { sources } from '../../policy/sources.ts';
import { stateLines } from '../../policy/state-lines.ts';
import { TopicGroup, topicGroups, TopicId, topics } from '../../policy/topics.ts';
import { planById, planIds } from '../../server/plans/index.ts';
import { fleschKincaid, sentences, wordsOf } from '../locales/readability.ts';

const { groups, ...words } = english;
const full = (id: TopicId) => Object.values(words[id].full).join(' ');

const { healthCareOptions, mediCal, stateHearings, managedHealthCare, ombudsman } = stateLines;
const stateGaps: Readonly<Record<string, string>> = {
  options: healthCareOptions.number,
  optionsTty: healthCareOptions.tty,
  helpline: mediCal.number,
  helplineTty: mediCal.tty,
  hearings: stateHearings.number,
  hearingsTty: stateHearings.tty,
  review: managedHealthCare.number,
  reviewTty: managedHealthCare.tty,
  ombudsman: ombudsman.number,
  ombudsmanTty: ombudsman.tty,
};

/** What a text message may hold without costing more: the basic GSM alphabet and its few two-unit marks. */
const gsm = /^[A-Za-z0-9 \n@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà^{}\\[\]~|€]*$/u;

describe('what we explain', () => {
  it('has words for every topic, and no words without a topic', () => {
    assert.deepEqual(Object.keys(words).sort(), [...TopicId.options].sort());
    assert.ok(TopicId.options.length >= 60, `${TopicId.options.length} topics`);
  });

  it('offers every topic in one group and no other, and every group under a name of two to six words', () => {
    const offered = Object.values(topicGroups).flat();
    assert.equal(new Set(offered).size, offered.length);
    assert.deepEqual([...offered], [...TopicId.options]);
    assert.deepEqual(Object.keys(topicGroups), [...TopicGroup.options]);
    assert.deepEqual(Object.keys(groups), [...TopicGroup.options]);
    for (const name of Object.values(groups)) {
      const { length } = wordsOf(name);
      assert.ok(length >= 2 && length <= 6, name);
    }
  });

  it('explains every support that is screened for, under its own name', () => {
    for (const support of SupportId.options) assert.equal(topics[support].programme, support);
  });

  it('says for every population of focus whom it is for, and that the plan decides', () => {
    for (const population of PopulationId.options) {
      const id = TopicId.parse(`for${population.charAt(0).toUpperCase()}${population.slice(1)}`);
      assert.equal(topics[id].programme, 'ecm');
      assert.match(words[id].short, /Your plan decides\.$/u);
      assert.match(words[id].full.c, /Your plan decides\.$/u);
    }
  });

  it('asks for the same three paragraphs of every topic in each language that has topics', () => {
    for (const { tag } of languages) {
      const spoken = readLanguage(tag)['topics'];
      if (spoken === undefined) continue;
      for (const [id, topic] of Object.entries(spoken as object)) {
        if (id === 'groups') continue;
        const { title, short, full: paragraphs } = topic as { title: string; short: string; full: object };
        assert.ok(title && short, `${tag} ${id}`);
        assert.deepEqual(Object.keys(paragraphs), ['a', 'b', 'c'], `${tag} ${id}`);
      }
    }
  });

  it("leaves only the plan, its phone and the State's lines to be filled in, no number without its TTY", () => {
    const gaps = JSON.stringify(words).match(/\{\{[^}]*\}\}/gu) ?? [];
    const known = ['plan', 'phone', 'tty', ...Object.keys(stateGaps)].map((name) => `{{${name}}}`);
    assert.deepEqual([...new Set(gaps)].sort(), known.sort());
    for (const id of TopicId.options) {
      for (const text of [words[id].short, full(id)]) {
        const numbers = text.match(/\{\{(?:phone|options|helpline|hearings|review|ombudsman)\}\}(?! \(TTY)/gu) ?? [];
        assert.deepEqual(numbers, [], id);
      }
    }
  });

  it('writes no phone number and no address of a page into a text', () => {
    assert.doesNotMatch(JSON.stringify(words), /\d{3}-\d{4}|https?:|www\./u);
  });

  for (const id of TopicId.options) {
    describe(`"${words[id].title}"`, () => {
      it('says where it is written', () => {
        assert.ok(topics[id].cites.length > 0);
        for (const cite of topics[id].cites) assert.ok(sources[Citation.parse(cite).source].title);
      });

      it('states nothing as fact that was found in no document', () => {
        assert.deepEqual(
          topics[id].cites.filter(({ standing }) => standing === 'unverified'),
          [],
        );
        assert.ok(topics[id].cites.some(({ standing }) => standing === 'verified'));
      });

      it('has a title of two to six words', () => {
        const { length } = wordsOf(words[id].title);
        assert.ok(length >= 2 && length <= 6, words[id].title);
      });

      it('fits 300 plain characters in a text message, whichever plan it is for', () => {
        for (const plan of planIds.map(planById)) {
          const sent = words[id].short
            .replaceAll('{{plan}}', plan.name)
            .replaceAll('{{phone}}', plan.memberServices.number)
            .replaceAll('{{tty}}', plan.tty)
            .replace(/\{\{(\w+)\}\}/gu, (_, name: string) => stateGaps[name] ?? 'nothing');
          assert.ok(sent.length <= 300, `${sent.length}: ${sent}`);
          assert.match(sent, gsm);
        }
      });

      it('is short enough to read: three to nine sentences of fifteen words or fewer', () => {
        const { length } = sentences(full(id));
        assert.ok(length >= 3 && length <= 9, `${length} sentences`);
        for (const sentence of [...sentences(full(id)), ...sentences(words[id].short)]) {
          assert.ok(wordsOf(sentence).length <= 15, sentence);
        }
      });

      it('can be read in sixth grade', () => {
        assert.ok(fleschKincaid(full(id)) <= 6, `grade ${fleschKincaid(full(id)).toFixed(1)}`);
        assert.ok(fleschKincaid(words[id].short) <= 6, `grade ${fleschKincaid(words[id].short).toFixed(1)}`);
      });

      it('spells out an acronym the first time', () => {
        for (const text of [words[id].short, full(id)]) {
          const [first] = text.match(/Enhanced Care Management \(ECM\)|\bECM\b/u) ?? ['Enhanced Care Management (ECM)'];
          assert.equal(first, 'Enhanced Care Management (ECM)');
        }
      });
    });
  }

  it('reads, all of it together, at sixth grade or below', () => {
    const grade = fleschKincaid(TopicId.options.map(full).join(' '));
    assert.ok(grade <= 6, `grade ${grade.toFixed(1)}`);
  });

  it('promises nobody a programme: the plan decides', () => {
    assert.doesNotMatch(JSON.stringify(words), /you (?:qualify|are eligible|will get)|guarantee|approved/iu);
    for (const support of SupportId.options) {
      assert.match(words[support].short, /may qualify/u);
      assert.match(words[support].short, /Your plan decides\.$/u);
    }
  });
});

describe('the documents that are cited', () => {
  for (const [id, { title, date, url, public: published }] of Object.entries(sources)) {
    it(`${id} has its title, and a date and an address where it has them`, () => {
      assert.ok(title.length > 5);
      if (date !== null) assert.match(date, /^20\d\d(?:-\d\d(?:-\d\d)?)?$/u);
      if (url !== undefined) assert.equal(new URL(url).protocol, 'https:');
      assert.ok(published || url === undefined, 'nothing unpublished is linked to');
    });
  }

  it("stand behind each of the State's own lines", () => {
    for (const { number, cite } of Object.values(stateLines)) {
      assert.match(number, /^1-8\d\d-\d{3}-\d{4}$/u);
      assert.equal(Citation.parse(cite).standing, 'verified');
    }
  });
});
