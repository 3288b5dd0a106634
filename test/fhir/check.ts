// A Bundle before both judges and at a FHIR server twice, line by line.
import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4.js';
import { openFhirEngine } from './engine.ts';
import { referencesIn } from './atomic.ts';
import { judgedIn, resourcesIn, verdictsOn, word } from './judge.ts';
import { remarksOn } from './remarks.ts';
import { bindingFaults, guide, hasGuide, structureFaults } from './validators.ts';

type Out = (line: string) => void;

/** How many things are wrong. */
export async function check(bundle: Bundle, out: Out): Promise<number> {
  const wrong = [judge(bundle, out), follow(bundle, out), remark(bundle, out), await sendTwice(bundle, out)];
  const sum = wrong.reduce((all, one) => all + one, 0);
  out('');
  out(sum === 0 ? 'Nothing is wrong.' : `${sum} ${sum === 1 ? 'thing is' : 'things are'} WRONG.`);
  return sum;
}

function judge(bundle: Bundle, out: Out): number {
  out(
    'Each resource by R4 (structure and invariants: @medplum/core), by the profiles that it claims (the same), and by',
  );
  out('required lists of codes and types of references (fhir)');
  if (!hasGuide) out(`NOT by profiles: there is nothing at ${guide}`);
  const whole = [
    { by: 'R4', faults: structureFaults(bundle) },
    { by: 'bindings', faults: bindingFaults(bundle) },
  ];
  const lines = [
    { name: 'Bundle', verdicts: whole },
    ...judgedIn(bundle).map((resource) => ({
      name: nameOf(resource),
      verdicts: verdictsOn(resource, { profiles: hasGuide }),
    })),
  ];
  for (const { name, verdicts } of lines)
    for (const { by, faults } of verdicts)
      out(`  ${name.padEnd(62)} ${(by.split('/').at(-1) ?? by).padEnd(38)} ${word(faults)}`);
  return lines.flatMap(({ verdicts }) => verdicts.flatMap(({ faults }) => faults)).length;
}

/** Its type, what it is about, and the beginning of its id. */
function nameOf(resource: FhirResource): string {
  const { identifier } = resource as { identifier?: { value?: string } | readonly { value?: string }[] };
  const value = [identifier].flat()[0]?.value?.split('.')[1] ?? '';
  return `${resource.resourceType} ${(resource.id ?? '').slice(0, 8)} ${value}`;
}

function follow(bundle: Bundle, out: Out): number {
  const there = new Set(bundle.entry?.map(({ request }) => request?.url));
  const references = resourcesIn(bundle).flatMap(referencesIn);
  const open = references.filter((reference) => !there.has(reference));
  out('');
  out(`References: ${references.length}, of which ${open.length} lead out of the Bundle ${open.join(' ')}`);
  return open.length;
}

function remark(bundle: Bundle, out: Out): number {
  const remarks = remarksOn(bundle);
  out('');
  out('What the judges remark without calling it wrong, and why it is so');
  for (const { remark: text, times, why } of remarks) {
    out(`  ${String(times).padStart(3)} x ${text}`);
    out(`        ${why ?? 'NOT EXPLAINED'}`);
  }
  return remarks.filter(({ why }) => why === undefined).length;
}

async function sendTwice(bundle: Bundle, out: Out): Promise<number> {
  const engine = await openFhirEngine();
  try {
    out('');
    out('At a FHIR server (@medplum/fhir-router over HTTP, in memory)');
    const first = await send(engine.url, bundle);
    const once = await engine.counts();
    const second = await send(engine.url, bundle);
    const twice = await engine.counts();
    out(`  first time: ${first.said}; second time: ${second.said}`);
    for (const type of Object.keys(twice))
      out(`  ${type.padEnd(24)} ${once[type] ?? 0} after the first, ${twice[type] ?? 0} after the second`);
    const doubled = Object.keys(twice).filter((type) => once[type] !== twice[type]);
    const stored = Object.values(once).reduce((sum, one) => sum + one, 0);
    const lost = stored === resourcesIn(bundle).length ? 0 : 1;
    out(`  sent ${resourcesIn(bundle).length}, there ${stored}, doubled ${doubled.length}`);
    return first.failed + second.failed + doubled.length + lost;
  } finally {
    await engine.close();
  }
}

/** Each entry's own status is read: 200 for the whole says little. */
async function send(url: string, bundle: Bundle): Promise<{ readonly said: string; readonly failed: number }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/fhir+json' },
    body: JSON.stringify(bundle),
  });
  const answer = (await response.json()) as Bundle;
  const statuses = (answer.entry ?? []).map(({ response: one }: BundleEntry) => one?.status ?? 'none');
  const failed = statuses.filter((status) => !status.startsWith('2')).length + (response.status === 200 ? 0 : 1);
  return { said: `HTTP ${response.status}, entries ${tally(statuses)}`, failed };
}

function tally(statuses: readonly string[]): string {
  const each = [...new Set(statuses)].map((one) => `${statuses.filter((other) => other === one).length} x ${one}`);
  return each.join(', ') || 'none';
}
