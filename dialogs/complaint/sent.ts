/** What is said once a complaint is stored: the day, what happens by when, and who else can be called. */
import {
  acknowledgeBy,
  answerBy,
  appealDays,
  isPast,
  keepServicesDays,
  type Complaint,
} from '../../referral/complaint.ts';
import type { Contact } from '../../referral/referral.ts';
import { line } from '../asking.ts';
import type { Line, Say } from '../say.ts';
import { topicParams } from '../topic-paragraphs.ts';
import type { World } from '../world.ts';

/** `format`: in which the person asked for letters, as far as they said here. */
export function complaintSent(complaint: Complaint, format: Contact['alternativeFormat'], world: World): Say {
  return {
    kind: 'card',
    title: line(`complaint.sent.title.${complaint.kind}`),
    lines: complaint.helper ? forHelper(world) : forMember(complaint, format, world),
  };
}

/** Who speaks for somebody else learns that it came, and no more, until the plan has cleared that they may. */
function forHelper(world: World): readonly Line[] {
  const params = topicParams(world);
  return [
    line('complaint.sent.on', { ...params, date: { date: world.today } }),
    line('complaint.sent.helper', params),
    line('complaint.sent.call', params),
    line('complaint.sent.ombudsman', params),
  ];
}

function forMember(complaint: Complaint, format: Contact['alternativeFormat'], world: World): readonly Line[] {
  const { kind, asksForFast } = complaint;
  const { today } = world;
  const params = topicParams(world);
  return [
    line('complaint.sent.on', { ...params, date: { date: today } }),
    line('complaint.sent.known', { ...params, date: { date: acknowledgeBy(kind, today) } }),
    line(asksForFast ? 'complaint.sent.fast' : 'complaint.sent.answer', {
      ...params,
      date: { date: answerBy(kind, today) },
    }),
    ...ofAppeal(complaint, format, world),
    line('complaint.sent.call', params),
    line('complaint.sent.ombudsman', params),
  ];
}

function ofAppeal(
  { kind, subject, letterDate, keepServices }: Complaint,
  format: Contact['alternativeFormat'],
  world: World,
): readonly Line[] {
  if (kind !== 'appeal') return [];
  const params = topicParams(world);
  const { today, plan } = world;
  return [
    ...(isPast(appealDays, letterDate, today) ? [line('complaint.sent.late', params)] : []),
    ...(keepServices ? [line('complaint.sent.keep', params)] : []),
    ...(keepServices && isPast(keepServicesDays, letterDate, today) ? [line('complaint.sent.keepLate')] : []),
    ...(subject === 'letter' && format !== null ? [line('status.rights.format.self')] : []),
    line('complaint.sent.hearing', params),
    // Not every plan is licensed for it: named only where the plan's file says that it is.
    ...(plan.independentMedicalReview === true ? [line('complaint.sent.review', params)] : []),
  ];
}
