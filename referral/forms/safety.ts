/** How the member may safely be reached: the box on top of every form. */
import type { Referral } from '../referral.ts';
import type { Safety } from './form.ts';
import { words } from './words.ts';

/** A way is open only where the member allowed it and agreed to it. */
export function safetyOf({ contact, consents, filer }: Referral): Safety {
  const w = words.safety;
  const short = words.shortSafety;
  const closed = {
    noCall: !contact.mayCall,
    noText: !(contact.mayText && consents.textMe),
    noVoicemail: !(contact.mayLeaveVoicemail && consents.voicemail),
    noMail: !contact.mayMail,
  };
  const isUnreleased = filer.kind === 'helper' && !consents.tellHelper;
  const grave = { confidential: contact.confidential, doNotContact: contact.doNotContact };
  const limits = [
    ...chosen(closed, w),
    ...(contact.phone === null ? [w.noPhone] : []),
    ...chosen({ helper: isUnreleased }, w),
  ];
  const graveLines = chosen(grave, w);
  return {
    title: w.title,
    grave: graveLines,
    limits,
    clear: graveLines.length + limits.length === 0 ? w.clear : null,
    short: [
      ...chosen(grave, short),
      ...(contact.doNotContact ? [] : chosen(closed, short)),
      ...chosen({ helper: isUnreleased }, short),
    ],
  };
}

type Words<K extends string> = { readonly [id in K]: string };

function chosen<K extends string>(which: Readonly<Record<K, boolean>>, from: Words<NoInfer<K>>): string[] {
  return (Object.keys(which) as K[]).filter((id) => which[id]).map((id) => from[id]);
}
