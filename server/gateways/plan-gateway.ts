/** The way to the plan that its file asks for. */
import type { Plan } from '../../dialogs/plan.ts';
import { bundleOf } from '../../referral/bundle.ts';
import { followUpInFhir } from '../../referral/bundle/follow-up.ts';
import { formsOf } from '../../referral/forms.ts';
import type { AskWords } from '../../referral/follow-up.ts';
import type { PlanGateway } from '../../referral/plan-gateway.ts';
import type { Referral } from '../../referral/referral.ts';
import { askName, optionName } from '../desk/referral/info-asks.ts';
import { drawing } from '../files/drawing.ts';
import type { Log } from '../log.ts';
import { deskGateway, type DeskInbox } from './desk-gateway.ts';
import { checkFhirSettings, fhirGateway, type FhirPace } from './fhir-gateway.ts';
import { checkFolderSettings, folderGateway, type HandedFile } from './folder-gateway.ts';

export type GatewayParts = {
  /** Where the desk's referrals are, for a plan that takes them there. */
  readonly store: DeskInbox;
  readonly now: () => Date;
  readonly log?: Pick<Log, 'warn' | 'info'>;
  /** Where time runs faster than ours. */
  readonly fhirPace?: FhirPace;
};

export function gatewayOf(plan: Plan, { store, now, log, fhirPace = {} }: GatewayParts): PlanGateway {
  const { gateway } = plan;
  switch (gateway.kind) {
    case 'desk':
      return deskGateway(store, now);
    case 'fhir':
      return fhirGateway(gateway, {
        bundleOf: (referral) => bundleOf(referral, plan),
        followUpOf: (followUp, at) => followUpInFhir(followUp, { plan, words: askWords, at }),
        now,
        ...(log ? { log } : {}),
        ...fhirPace,
      });
    case 'folder':
      return folderGateway(gateway, { plan, now, askWords, files: (referral) => formFiles(referral, plan) });
  }
}

const askWords: AskWords = { ask: askName, option: optionName };

/**
 * Throws with each field of the plan's file that is wrong, before anything starts. Gives back what is only unwise.
 * Asks nobody outside: a plan that is down must not keep us down.
 */
export async function checkGateway({ gateway }: Pick<Plan, 'gateway'>): Promise<readonly string[]> {
  switch (gateway.kind) {
    case 'desk':
      return [];
    case 'fhir':
      await checkFhirSettings(gateway);
      return [];
    case 'folder':
      return checkFolderSettings(gateway);
  }
}

/** The forms of a referral as PDF, one file each. */
async function formFiles(referral: Referral, plan: Plan): Promise<readonly HandedFile[]> {
  const forms = formsOf(referral, plan);
  return Promise.all(
    forms.map(async (form) => ({ name: `${referral.number}-${form.id}.pdf`, bytes: await drawing.pdf(form) })),
  );
}
