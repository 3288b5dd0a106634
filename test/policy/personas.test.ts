import assert from 'node:assert/strict';
import { overlaps } from '../../policy/overlaps.ts';
import { PopulationId, SupportId } from '../../policy/rule.ts';
import { notAsExpected } from '../../server/cli/policy/played.ts';
import { readPersonas } from '../../server/cli/policy/personas.ts';

const personas = readPersonas();
const all = personas.map(([, persona]) => persona);

describe('the personas', () => {
  for (const [file, persona] of personas) {
    it(`${file}: ${persona.about}`, () => assert.deepEqual(notAsExpected(persona), []));
  }
});

describe('who is among the personas', () => {
  it('is forty or more people, each there for a line of policy', () => {
    assert.ok(all.length >= 40);
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
  });

  for (const id of PopulationId.options) {
    it(`somebody of whom the population is met, and one of whom ECM is not: ${id}`, () => {
      assert.ok(all.some(({ expected }) => expected.populations.includes(id)));
      assert.ok(all.some(({ expected }) => expected.findings.ecm === 'unmet'));
    });
  }

  // Deposits come after navigation, and a sobering center is never said to fit: both are only ever left open.
  const neverMet: readonly string[] = ['housingDeposits', 'soberingCenters'];
  for (const id of SupportId.options) {
    it(`somebody whom the support may fit, or who is told of it: ${id}`, () => {
      const truth = neverMet.includes(id) ? 'unknown' : 'met';
      assert.ok(all.some(({ expected }) => expected.findings[id] === truth));
    });
  }

  for (const { id, when } of overlaps) {
    if (!when) continue;
    it(`somebody who is in the other programme: ${id}`, () => {
      assert.ok(all.some(({ expected }) => expected.overlaps.includes(id)));
    });
  }

  it('helpers, the young, and those who do not know, will not say, have ECM, or match nothing', () => {
    const young = all.filter(({ says }) => typeof says.age === 'number' && says.age < 18);
    assert.ok(young.some(({ helper }) => helper) && young.some(({ helper }) => !helper));
    assert.ok(all.some(({ otherwise }) => otherwise === 'notSure'));
    assert.ok(all.some(({ otherwise }) => otherwise === 'declined'));
    assert.ok(all.some(({ says }) => says.ecm === 'has'));
    assert.ok(all.some(({ says }) => says.ecm === 'hadWithFormerPlan'));
    assert.ok(all.some(({ expected }) => !Object.values(expected.findings).includes('met')));
  });

  it('somebody after the waiver has ended', () => {
    assert.ok(all.some(({ expected }) => expected.lapsed.length === 2));
  });
});
