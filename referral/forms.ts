/** The forms that plans take by fax or secure mail, out of a referral. */
import type { Referral } from './referral.ts';
import { ecmForm } from './forms/ecm-form.ts';
import type { FieldMap } from './forms/field-map.ts';
import type { Form } from './forms/form.ts';
import { supportForm } from './forms/support-form.ts';

export type { Block, Field, Form, FormId, Safety, Section, Tick, TickState } from './forms/form.ts';

/** What a form needs to know of a plan. */
export type FormPlan = { readonly name: string; readonly forms?: readonly FieldMap[] };

/**
 * One form for each programme asked for: for Enhanced Care Management the Adult or the Child/Youth form, for a support
 * the plan's own form, or a general one. The same referral gives the same forms, whatever the day.
 */
export function formsOf(referral: Referral, { name: planName, forms: maps = [] }: FormPlan): readonly Form[] {
  return referral.requests.map((request) => {
    const { programme } = request;
    const filling = { referral, planName, programme };
    if (programme === 'ecm') return ecmForm(request, filling);
    const map = maps.find(({ supports }) => supports.includes(programme));
    return supportForm(programme, request, map, filling);
  });
}
