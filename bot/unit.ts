/** One turn as the value that the store commits: all of it, or none. */
import type { Step } from '../dialogs/step.ts';
import type { World } from '../dialogs/world.ts';
import { looksLikeSensitiveNumber } from '../dialogs/read/sensitive-number.ts';
import type { Inbound } from './inbound.ts';
import type { Shown } from './sayable.ts';
import type { ConversationRow, Unit } from './store.ts';

type Draft = { -readonly [K in keyof Unit]: Unit[K] };

export function unitOf(
  row: ConversationRow,
  inbound: Inbound,
  taken: Step,
  shown: readonly Shown[],
  world: World,
  at: string,
): Unit {
  const unit: Draft = {
    conversation: row.id,
    channel: inbound.channel,
    expectedVersion: row.version,
    state: taken.state,
    inbound: { id: inbound.id, text: kept(inbound.text), choices: inbound.choices },
    replies: shown.filter(({ says }) => says.length > 0),
    outbox: [],
    // At the desk every act is a line of its own.
    audit: inbound.worker === undefined ? [] : [{ what: 'caller.answered', about: inbound.key }],
    at,
  };
  if (inbound.worker !== undefined) unit.worker = inbound.worker;
  for (const effect of taken.does) {
    switch (effect.do) {
      case 'file':
        unit.referral = effect.referral;
        unit.outbox = [
          ...unit.outbox,
          { kind: 'referral', id: `referral ${effect.referral.number}`, number: effect.referral.number },
        ];
        unit.audit = [...unit.audit, { what: 'referral filed', about: effect.referral.number }];
        break;
      case 'callBack':
        unit.callBack = effect.callBack;
        unit.audit = [...unit.audit, { what: 'call back asked for', about: effect.callBack.id }];
        break;
      case 'complaint':
        unit.complaint = effect.complaint;
        unit.audit = [...unit.audit, { what: `${effect.complaint.kind} made`, about: effect.complaint.id }];
        break;
      case 'alert':
        unit.alert = {
          id: effect.id,
          danger: effect.danger,
          language: taken.state.language,
          wantsCall: effect.wantsCall,
          phone: world.provenPhone ?? null,
        };
        unit.audit = [...unit.audit, { what: 'danger alert raised', about: effect.id }];
        break;
      case 'confirmHelper':
        unit.confirmHelper = { number: effect.number };
        unit.audit = [...unit.audit, { what: 'helper released by the member', about: effect.number }];
        break;
      case 'ownPhone':
        unit.ownPhone = { number: effect.number };
        unit.audit = [...unit.audit, { what: 'phone confirmed by the member', about: effect.number }];
        break;
      case 'request': {
        const { number, programme, what, by } = effect;
        unit.requestEvents = [...(unit.requestEvents ?? []), { number, programme, what, by }];
        unit.audit = [
          ...unit.audit,
          { what: what.kind === 'answered' ? 'plan answered' : 'request taken back', about: number },
        ];
        break;
      }
      case 'memberSaid':
        unit.memberSaid = { number: effect.number, what: effect.what };
        unit.audit = [...unit.audit, { what: `member said: ${effect.what.said}`, about: effect.number }];
        break;
      case 'texting':
        if (world.provenPhone) unit.texting = { phone: world.provenPhone, allowed: effect.allowed };
        break;
      case 'readStatus':
        break;
    }
  }
  return unit;
}

/**
 * What is shown to the member again as theirs. A Social Security or payment card number is not stored anywhere,
 * sealed or not; nor is what would turn the words around or steer a screen.
 */
function kept(text: string): string {
  return looksLikeSensitiveNumber(text) ? '' : text.slice(0, 2000).replace(steering, '');
}
const steering = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/gu;
