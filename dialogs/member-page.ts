/**
 * What stands on the page that a member keeps of one request, prints, or shows to a clinic: lines of the catalogue, no
 * layout. Paper is found by others, so it says who asked nowhere: no name, birth date, card, phone, address, answer or
 * reason. The plan finds a request by its number.
 */
import type { ProgrammeId } from '../policy/rule.ts';
import type { Contact, Referral } from '../referral/referral.ts';
import { line, planParams } from './asking.ts';
import { numberLine, receivedLine, whatHappensNext } from './file/confirmation.ts';
import { hoursLines } from './hours-lines.ts';
import type { Line } from './say.ts';
import type { World } from './world.ts';

/** One matter, under a title of its own where it has one. */
export type Section = { readonly title?: Line; readonly blocks: readonly Block[] };
export type Block =
  | { readonly kind: 'line'; readonly line: Line }
  /** Several things that are of one kind and short. */
  | { readonly kind: 'list'; readonly lines: readonly Line[] }
  /** Its name, and what it is in a sentence. */
  | { readonly kind: 'programme'; readonly programme: ProgrammeId }
  /** The plan's own notices about language help and fair treatment. */
  | { readonly kind: 'notices' };

/** One request's page. The number stands on every sheet of it. */
export type MemberPage = { readonly number: string; readonly sections: readonly Section[] };

/** Who gets the page. The one who filed may be a helper; what the plan's desk mails or hands over is the member's. */
export type Reader = 'filer' | 'member';

/** `careful`: violence is near, also where that was said only after the request had gone. */
export function memberPage(
  referral: Referral,
  to: Pick<World, 'plan'>,
  { reader, careful }: { readonly reader: Reader; readonly careful: boolean },
): MemberPage {
  const { number } = referral;
  if (reader === 'filer' && referral.filer.kind === 'helper') return { number, sections: [helpers(referral, to)] };
  if (careful || referral.contact.confidential) return { number, sections: [bare(referral, to)] };
  return { number, sections: whole(referral, to) };
}

/** Somebody dangerous may find it: a number, a day and a phone line tell nothing of what was asked, or by whom. */
function bare(referral: Referral, to: Pick<World, 'plan'>): Section {
  const number = line('copy.number', { number: { digits: referral.number } });
  return section([number, line('common.value', { value: { date: referral.filedOn } }), ...callThem(to)]);
}

/** No more than a helper was told when they filed. */
function helpers(referral: Referral, to: Pick<World, 'plan'>): Section {
  const next = line('file.sent.helperNext', planParams(to));
  return section([numberLine(referral), sentOn(referral, to), receivedLine(to), next], line('file.sent.title'));
}

function whole(referral: Referral, to: Pick<World, 'plan'>): readonly Section[] {
  const params = planParams(to);
  const byOther = referral.filer.kind === 'helper';
  const asked = referral.requests.map(({ programme }): Block => ({ kind: 'programme', programme }));
  return [
    section(
      [...(byOther ? [line('copy.askedForYou')] : []), numberLine(referral), sentOn(referral, to), ...callThem(to)],
      line(byOther ? 'status.steps.sent' : 'file.sent.title'),
    ),
    { title: line(byOther ? 'copy.asked' : 'copy.youAsked'), blocks: asked },
    section(whatHappensNext(referral, to), line('copy.next')),
    ...safeWays(referral.contact),
    section([line('topics.languageHelp.short', params)], line('topics.languageHelp.title')),
    { title: line('page.notices.title'), blocks: [said(line('copy.rights', params)), { kind: 'notices' }] },
  ];
}

const said = (one: Line): Block => ({ kind: 'line', line: one });

const section = (lines: readonly Line[], title?: Line): Section => ({
  ...(title ? { title } : {}),
  blocks: lines.map(said),
});

const sentOn = ({ filedOn }: Referral, to: Pick<World, 'plan'>): Line =>
  line('copy.sentOn', { ...planParams(to), date: { date: filedOn } });

function callThem(to: Pick<World, 'plan'>): readonly Line[] {
  const hours = hoursLines(to).flatMap((say) => (say.kind === 'line' ? say.line : []));
  return [line('page.callUs', planParams(to)), ...hours];
}

/** As they said it. Who will call by themselves is told so among what happens next. */
function safeWays(contact: Contact): readonly Section[] {
  const ways = [
    contact.mayCall && line('file.safeWays.options.call'),
    contact.mayLeaveVoicemail && line('file.safeWays.options.voicemail'),
    contact.mayText && line('file.safeWays.options.text'),
    contact.mayMail && line('file.safeWays.options.mail'),
  ].filter((way) => way !== false);
  if (contact.doNotContact || ways.length === 0) return [];
  return [{ title: line('copy.reach'), blocks: [{ kind: 'list', lines: ways }] }];
}
