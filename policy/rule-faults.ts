/** What is wrong with a rule's data, as lines: each key at fault, and why. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** The keys from the rule down: "when.all.0.fact: Invalid option". */
export function faultLines(issues: readonly Issue[], above: readonly PropertyKey[] = []): readonly string[] {
  return issues.flatMap((issue) => {
    const at = [...above, ...issue.path];
    const meant = issue.code === 'invalid_union' ? meantOf(issue.errors) : undefined;
    return meant ? faultLines(meant, at) : [`${at.map(String).join('.') || 'rule'}: ${issue.message}`];
  });
}

/** A condition is one of several shapes: the one that was meant has no key too many, no name that it lacks, few faults. */
function meantOf(shapes: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const weight = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => sum + (isAnotherShape(issue) ? 100 : 1), 0);
  return [...shapes].sort((one, other) => weight(one) - weight(other))[0];
}

const isAnotherShape = (issue: Issue): boolean =>
  issue.code === 'unrecognized_keys' || (issue.code === 'invalid_union' && issue.errors.length === 0);
