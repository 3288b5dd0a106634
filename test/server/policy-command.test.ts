import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changesBetween, everyRule } from '../../server/cli/policy/changes.ts';
import { faults, type Checked } from '../../server/cli/policy/check.ts';
import { persona } from '../../server/cli/policy/personas.ts';
import { planById, planIds } from '../../server/plans/index.ts';
import { all, atLeast, atMost, is } from '../../policy/condition.ts';
import { overlaps } from '../../policy/overlaps.ts';
import { support, type CommunitySupport } from '../../policy/rule.ts';
import { homeModifications } from '../../policy/supports/home-modifications.ts';
import { topics } from '../../policy/topics.ts';

const root = path.resolve(import.meta.dirname, '../..');

function policy(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/policy.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('npm run policy', () => {
  it('lists every rule with where it stands', () => {
    const { code, out } = policy('list');
    assert.equal(code, 0);
    assert.equal(out.trim().split('\n').length, 24);
    assert.match(out, /^homelessness\tin force\tstateBenefit$/m);
  });

  it('shows one rule in words, with each place and who asks for it', () => {
    const { code, out } = policy('show', 'asthmaRemediation');
    assert.equal(code, 0);
    assert.match(out, /Has asthma {2}\[CalAIM 101.*Asthma Remediation, verified\]/);
    assert.match(out, /\$7,500 in a lifetime/);
    assert.match(out, /asthmaControlScore: asthmaCare/);
  });

  it('tells what lapses on 2027-01-01: the two supports on the waiver, and nothing else (policy.md 6, 16)', () => {
    const { code, out } = policy('diff', '2026-12-31', '2027-01-01');
    assert.equal(code, 0);
    assert.deepEqual(out.trim().split('\n'), [
      'recuperativeCare\tin force, until 2026-12-31\t->\tlapsed on 2026-12-31',
      'shortTermPostHospitalizationHousing\tin force, until 2026-12-31\t->\tlapsed on 2026-12-31',
    ]);
  });

  it('ends in failure, and says what it takes, for what it does not know', () => {
    for (const [args, expected] of [
      [[], /npm run policy -- list/],
      [['show', 'housing'], /no rule "housing".*homelessness/],
      [['as-of', 'tomorrow'], /"tomorrow" is no date/],
      [['diff', '2026-01-01', '2027-01-01', '--plan', 'none'], /no plan "none"/],
    ] as const) {
      const { code, out, err } = policy(...args);
      assert.equal(code, 1);
      assert.equal(out, '');
      assert.match(err, expected);
    }
  });
});

describe('what is different between two days', () => {
  const iehp = planById('iehp');

  it('is nothing between two days of one month', () => {
    for (const id of planIds) assert.deepEqual(changesBetween('2026-11-01', '2026-11-30', planById(id)), []);
  });

  it('has what a plan begins or ceases to offer, county by county', () => {
    const cite = iehp.offers[0]!.cite;
    const plan = {
      ...iehp,
      offers: [{ programme: 'respite' as const, counties: ['Riverside'], from: '2026-12-01' as const, cite }],
    };
    assert.deepEqual(changesBetween('2026-11-30', '2026-12-01', plan), [
      'iehp Riverside respite\tnotListed\t->\toffered',
    ]);
  });
});

describe('npm run policy -- check', () => {
  const cite = { source: 'ecmPolicyGuide2026', place: 'p. 1', standing: 'verified' } as const;
  const checked = (change: (rule: CommunitySupport) => CommunitySupport): Checked => ({
    rules: [...everyRule().filter(({ id }) => id !== 'homeModifications'), change(homeModifications)],
    overlaps,
    topics,
  });

  it('finds nothing wrong', () => assert.deepEqual(faults(), []));

  it('finds a fact that no question gives, and that its rule can so never be met', () => {
    const found = faults(checked((rule) => ({ ...rule, when: is('needsMagic' as 'asthma', cite) })));
    assert.ok(found.includes('homeModifications: no question gives needsMagic'), found.join('\n'));
    assert.ok(found.includes('homeModifications: can never be met'));
    assert.ok(found.includes('no words for rules.facts.needsMagic in en, es, hmn'));
  });

  it('finds a rule that nobody can meet', () => {
    const found = faults(
      checked((rule) => ({ ...rule, when: all(atLeast('age', 21, cite), atMost('age', 20, cite)) })),
    );
    assert.deepEqual(found, ['homeModifications: can never be met']);
  });

  it('finds a question that no rule and no overlap needs', () => {
    const found = faults({
      rules: everyRule(),
      overlaps: overlaps.filter(({ id }) => id !== 'pace').map(({ when: _, ...rest }) => rest),
      topics,
    });
    assert.ok(found.includes('no rule and no overlap needs the question medicare'), found.join('\n'));
    assert.ok(found.includes('no rule and no overlap needs the question otherPrograms'));
  });

  it('finds words that are missing, and in which languages', () => {
    const limits = [{ id: 'untold', cite }];
    assert.deepEqual(faults(checked((rule) => ({ ...rule, limits }))), [
      'no words for programmes.limits.untold in en, es, hmn',
    ]);
  });

  it('finds a citation without a place, of a rule, a limit, an overlap and a topic', () => {
    const nowhere = { ...cite, place: ' ' };
    const fault = 'cites ecmPolicyGuide2026 without a place';
    const inRule = checked((rule) => ({
      ...rule,
      when: is('atRiskOfNursingHome', nowhere),
      limits: [{ id: 'lifetimeAmount', cite: nowhere }],
    }));
    assert.deepEqual(faults(inRule), [`homeModifications: ${fault}`, `homeModifications: ${fault}`]);
    const beside = { ...checked((rule) => rule), overlaps: overlaps.map((each) => ({ ...each, cites: [nowhere] })) };
    assert.ok(faults(beside).includes(`overlap pace: ${fault}`));
    const told = { ...checked((rule) => rule), topics: { ...topics, whatEcmIs: { cites: [] } } };
    assert.ok(faults(told).some((line) => line === 'topic whatEcmIs: cites nothing'));
  });
});

describe('a rule whose data are wrong', () => {
  const cite = { source: 'laCare', place: 'a page', standing: 'verified' } as const;
  const lifetime = { id: 'lifetimeAmount', per: 'lifetime', cite } as const;
  const broken: Record<string, readonly [change: object, key: RegExp]> = {
    'an unknown fact': [{ when: { test: 'is', fact: 'isPoor', cite } }, /when.*fact/],
    'an unknown fact, deep in it': [
      { when: { all: [{ any: [{ test: 'is', fact: 'isPoor', cite }] }] } },
      /when\.all\.0\.any\.0\.fact/,
    ],
    'no citation': [{ when: { test: 'is', fact: 'atRiskOfNursingHome' } }, /when.*cite/],
    'a last day before the first': [{ inForce: { ...homeModifications.inForce, to: '2021-12-31' } }, /inForce\.to/],
    'an amount without a currency': [
      { limits: [{ ...lifetime, amount: { value: 7500 } }] },
      /limits\.0\.amount\.currency/,
    ],
    'a duration without a unit': [{ limits: [{ ...lifetime, duration: { value: 90 } }] }, /limits\.0\.duration\.unit/],
  };
  for (const [fault, [change, key]] of Object.entries(broken)) {
    it(`is refused for ${fault}, with its name and the key`, () => {
      assert.throws(
        () => support({ ...homeModifications, ...change }),
        (error: Error) => {
          assert.match(error.message, /The rule "homeModifications" is wrong/);
          assert.match(error.message, key);
          return true;
        },
      );
    });
  }

  it('stops the start', () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'policy-'));
    try {
      for (const folder of [
        'bot',
        'dialogs',
        'locales',
        'policy',
        'referral',
        'server',
        'package.json',
        'tsconfig.json',
      ])
        cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true });
      symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
      const file = path.join(copy, 'policy/supports/limits.ts');
      const words = readFileSync(file, 'utf8');
      assert.ok(words.includes("currency: 'USD'"));
      writeFileSync(file, words.replace(", currency: 'USD'", ''));
      const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
        cwd: copy,
        encoding: 'utf8',
        timeout: 60_000,
        env: { ...process.env, PORT: '0', DATA_DIR: path.join(copy, 'data'), KEY_FILE: path.join(copy, 'keys') },
      });
      assert.equal(status, 1);
      assert.match(stderr, /The rule "\w+" is wrong:\s+limits\.0\.amount\.currency/);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});

describe('a persona whose file is wrong', () => {
  it('is refused with its file and the key', () => {
    const file = JSON.stringify({
      name: 'Nobody',
      about: 'Nobody.',
      tests: [],
      today: '2026-13-01',
      says: {},
      expected: {},
    });
    assert.throws(() => persona('nobody.json', file), /nobody\.json.*today/s);
  });
});
