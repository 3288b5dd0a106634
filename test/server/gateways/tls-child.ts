// A process of its own, which trusts what its environment says from the start: sends one referral to each of these plans
// in turn, and prints what came of each.
import { bundleOf } from '../../../referral/bundle.ts';
import { followUpInFhir } from '../../../referral/bundle/follow-up.ts';
import { FhirSettings } from '../../../referral/gateway-settings.ts';
import { fhirGateway } from '../../../server/gateways/fhir-gateway.ts';
import { createLog } from '../../../server/log.ts';
import { referral } from '../storage/samples.ts';

const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };
const settings = FhirSettings.array().parse(JSON.parse(process.argv[2] ?? '[]'));
const log = createLog('info', { write: (line) => process.stderr.write(line) });
const submitted = [];
for (const one of settings) {
  const gateway = fhirGateway(one, {
    bundleOf: (filed) => bundleOf(filed, plan),
    followUpOf: (followUp, at) => followUpInFhir(followUp, { plan, at }),
    now: () => new Date(),
    log,
    restSeconds: 0,
  });
  for (let tries = 0; tries < 4; tries += 1) await gateway.submit(referral('12345678901234'));
  submitted.push(await gateway.submit(referral('12345678901234')));
}
console.log(JSON.stringify(submitted));
