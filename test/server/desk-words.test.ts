import assert from 'node:assert/strict';
import { DangerKind } from '../../dialogs/danger-kind.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { judgementsIn } from '../../policy/condition.ts';
import { ChoiceFact, choiceValues, CountFact, DateFact, YesNoFact } from '../../policy/facts.ts';
import { PopulationId } from '../../policy/rule.ts';
import { CallBack } from '../../referral/call-back.ts';
import { ClosureReason, Decision, Loop } from '../../referral/decision.ts';
import { Authority } from '../../referral/case-event.ts';
import { DeskMessage } from '../../referral/desk-message.ts';
import { MemberMatch } from '../../referral/member-match.ts';
import { Awareness, Filer, Referral, Relation } from '../../referral/referral.ts';
import { words } from '../../server/desk/words.ts';

const { populations, supports } = catalogOn('2026-11-21');
const rules = [...populations, ...supports].map(({ rule }) => rule.when);

describe('the words of the desk', () => {
  const lists: readonly [what: string, list: Readonly<Record<string, string>>, ids: readonly string[]][] = [
    ['fact', words.facts, [YesNoFact, CountFact, DateFact, ChoiceFact].flatMap(({ options }) => options as string[])],
    ['choice', words.choices, Object.values(choiceValues).flat()],
    ['population', words.populations, PopulationId.options],
    ['matter for the plan', words.planDecides, rules.flatMap(judgementsIn).map(({ planDecides }) => planDecides)],
    ['decision', words.decisions, Decision.options],
    ['step of the loop', words.loops, Loop.options.map(({ shape }) => shape.state.value)],
    ['reason for closing', words.closureReasons, ClosureReason.options],
    ['kind of danger', words.alerts.kinds, DangerKind.options],
    ['reason for a call', words.callBacks.reasons, CallBack.shape.reason.options],
    ['member match', words.match.kinds, MemberMatch.options],
    ['next step', words.match.steps, MemberMatch.options],
    ['message', words.messages.names, DeskMessage.options],
    ['right to be told', words.release.authorities, Authority.options],
    ['channel', words.referral.channels, Referral.shape.channel.options],
    ['relation', words.filer.relations, Relation.exclude(['self']).options],
    ['standing of a helper', words.filer.awarenesses, Awareness.options],
  ];
  for (const [what, list, ids] of lists) {
    it(`have each ${what}, and none too many`, () => {
      assert.deepEqual(Object.keys(list).sort(), [...new Set(ids)].sort());
    });
  }

  it('know every kind of filer', () => assert.equal(Filer.options.length, 2));

  it('never say that somebody is or is not eligible by what the screen found', () => {
    assert.doesNotMatch(JSON.stringify(words.request.findings), /eligible|ineligible|denied|does not qualify/i);
  });
});
