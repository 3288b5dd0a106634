import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answerLimit, type Submitted } from '../../../referral/plan-gateway.ts';
import { words } from '../../../server/desk/words.ts';
import { submittedBy } from '../../../server/gateways/fhir/answer.ts';
import { issueCodes, refusals, verdictOf } from '../../../server/gateways/fhir/outcome.ts';
import { referral } from '../storage/samples.ts';
import { answerWith, outcome } from './fhir-door.ts';
import { openFhirPlan, type FhirPlan } from './fhir-plan.ts';

/** https://hl7.org/fhir/R4/valueset-issue-type.html */
const r4Codes = [
  ...['invalid', 'structure', 'required', 'value', 'invariant'],
  ...['security', 'login', 'unknown', 'expired', 'forbidden', 'suppressed'],
  ...['processing', 'not-supported', 'duplicate', 'multiple-matches', 'not-found', 'deleted', 'too-long'],
  ...['code-invalid', 'extension', 'too-costly', 'business-rule', 'conflict'],
  ...['transient', 'lock-error', 'no-store', 'exception', 'timeout', 'incomplete', 'throttled', 'informational'],
];
const never = [
  ...['invalid', 'structure', 'required', 'value', 'invariant', 'code-invalid', 'too-long', 'too-costly'],
  ...['business-rule', 'forbidden', 'suppressed', 'duplicate', 'multiple-matches', 'conflict', 'not-found', 'deleted'],
  ...['not-supported', 'extension'],
];

describe('What a FHIR server means when it does not take a referral', () => {
  it('is never, or not now, for each code of R4', () => {
    const neverByCode = r4Codes.filter((code) => verdictOf(500, [code]).kind === 'refused');
    assert.deepEqual(neverByCode.sort(), [...never].sort());
  });

  it('is never where one thing is wrong, whatever else would pass', () => {
    assert.deepEqual(verdictOf(503, ['transient', 'required']), { kind: 'refused', reason: 'invalid' });
  });

  it('is read from errors, not from warnings or remarks', () => {
    const issue = [
      { severity: 'warning', code: 'required' },
      { severity: 'information', code: 'value' },
      { severity: 'fatal', code: 'exception' },
      { code: 'throttled' },
      { severity: 'error' },
    ];
    assert.deepEqual(issueCodes({ resourceType: 'OperationOutcome', issue }), ['exception', 'throttled']);
    assert.equal(issueCodes({ resourceType: 'Bundle', issue }), null);
    assert.equal(issueCodes('no'), null);
  });

  const byStatus: readonly [statuses: readonly number[], kind: Submitted['kind']][] = [
    [[400, 404, 410, 412, 413, 422], 'refused'],
    [[301, 401, 403, 408, 409, 425, 429, 500, 501, 502, 503, 504, 599], 'notYet'],
  ];
  for (const [statuses, kind] of byStatus) {
    it(`is ${kind} by the status alone: ${statuses.join(', ')}`, () => {
      assert.deepEqual([...new Set(statuses.map((status) => verdictOf(status, []).kind))], [kind]);
    });
  }

  it('has words at the desk, each of them', () => {
    const reasons: Readonly<Record<string, string>> = words.undelivered.reasons;
    const statuses = Array.from({ length: 600 }, (_, status) => status);
    const verdicts = [
      ...statuses.map((status) => verdictOf(status, [])),
      ...r4Codes.map((code) => verdictOf(500, [code])),
    ];
    const given = verdicts.map((verdict) => (verdict.kind === 'refused' ? verdict.reason : verdict.trouble));
    for (const reason of [...refusals, ...given, 'resting']) assert.ok(reasons[reason], reason);
  });

  const code = fc.oneof(fc.constantFrom(...r4Codes), fc.string());
  const status = fc.oneof(fc.integer({ min: 0, max: 999 }), fc.constantFrom(200, 201, 400, 401, 403, 409, 422, 500));
  const issues = fc.record({
    resourceType: fc.constant('OperationOutcome'),
    issue: fc.array(
      fc.record({ severity: fc.constantFrom('fatal', 'error', 'warning', 'x'), code }, { requiredKeys: [] }),
    ),
  });
  const response = fc.record(
    { status: fc.oneof(status.map(String), fc.string(), fc.jsonValue()), outcome: fc.oneof(issues, fc.jsonValue()) },
    { requiredKeys: [] },
  );
  const bundle = fc.record({
    resourceType: fc.constantFrom('Bundle', 'Patient'),
    type: fc.constantFrom('transaction-response', 'batch-response'),
    entry: fc.oneof(fc.array(fc.record({ response }), { maxLength: 4 }), fc.jsonValue()),
  });
  const body = fc.oneof(
    fc.oneof(issues, bundle, fc.jsonValue()).map((value) => JSON.stringify(value)),
    fc.string({ maxLength: 9000 }),
  );

  const retryAfters = fc.oneof(
    fc.bigInt({ min: -5n }).map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.constantFrom('', 'soon', '1e9', '0x10', 'Infinity'),
  );

  it('is one of three, whatever it says, with no more of it than is kept', () => {
    fc.assert(
      fc.property(status, body, retryAfters, fc.nat(5), (code, said, retryAfter, count) => {
        const headers = new Headers({ 'retry-after': retryAfter });
        const entries = Array.from({ length: count }, () => ({}));
        const submitted = submittedBy({ kind: 'answer', status: code, headers, body: said }, entries, new Date());
        if (submitted.kind === 'received' || submitted.kind === 'unnamed') {
          assert.ok(code >= 200 && code < 300);
          const { entry } = JSON.parse(said) as { entry: { response: { status: string } }[] };
          assert.equal(entry.length, count);
          for (const { response: one } of entry) assert.match(one.status, /^20[01]\b/);
        } else {
          assert.ok((submitted.answer?.length ?? 0) <= answerLimit);
          if (submitted.kind === 'refused') assert.ok((refusals as readonly string[]).includes(submitted.reason));
          else assert.ok((submitted.waitSeconds ?? 1) > 0 && (submitted.waitSeconds ?? 1) <= 900);
        }
      }),
      { numRuns: 3000 },
    );
  });

  describe('over a real connection', () => {
    let plan: FhirPlan;
    before(async () => {
      plan = await openFhirPlan();
    });
    after(() => plan.close());

    it('is never an error', async () => {
      const gateway = plan.gateway({ restSeconds: 0 });
      const seen = new Set<string>();
      let number = 10_000_000_000_000;
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 200, max: 999 }),
          fc.array(code, { maxLength: 3 }),
          fc.constantFrom('look', 'referral'),
          async (code, codes, which) => {
            // A token that was taken away is asked for again: what answers that must answer the same.
            plan.door.next(which, answerWith(code, outcome(...codes)), answerWith(code, outcome(...codes)));
            const { kind } = await gateway.submit(referral(String((number += 1))));
            seen.add(kind);
            assert.ok(kind !== 'received' || which === 'look');
            plan.door.clear();
          },
        ),
        { numRuns: 150 },
      );
      assert.deepEqual([...seen].sort(), ['notYet', 'received', 'refused']);
    });
  });
});
