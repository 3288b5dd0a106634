// A process of its own, which trusts what its environment says from the start: sends one referral, prints what came of it.
import { bundleOf } from '../../../referral/bundle.ts';
import { followUpInFhir } from '../../../referral/bundle/follow-up.ts';
import { FhirSettings } from '../../../referral/gateway-settings.ts';
import { fhirGateway } from '../../../server/gateways/fhir-gateway.ts';
import { referral } from '../storage/samples.ts';

const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };
const settings = FhirSettings.parse(JSON.parse(process.argv[2] ?? '{}'));
const gateway = fhirGateway(settings, {
  bundleOf: (filed) => bundleOf(filed, plan),
  followUpOf: (followUp, at) => followUpInFhir(followUp, { plan, at }),
  now: () => new Date(),
});
console.log(JSON.stringify(await gateway.submit(referral('12345678901234'))));
