/** What stands on top of every form, and in the list of forms. */
import type { Form, FormId } from './form.ts';
import { safetyOf } from './safety.ts';
import { usDate, type Filling } from './values.ts';
import { fill, words } from './words.ts';

export function headOf(
  id: FormId,
  { title, name }: { readonly title: string; readonly name: string },
  standing: string,
  { referral, planName }: Filling,
): Omit<Form, 'sections'> {
  const { number, filedOn, contact, language, asksForFast } = referral;
  const lead = [fill(words.to, { plan: planName }), fill(words.lead, { number, day: usDate(filedOn) })];
  const languages = [contact.writtenLanguage, contact.spokenLanguage, language];
  const urgent = asksForFast ? words.fast.urgent : null;
  return { id, name, title, standing, lead, number, filedOn, languages, urgent, safety: safetyOf(referral) };
}
