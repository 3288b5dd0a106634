/** Who asks for one client after another says only once who they are. */
import type { HelperDraft } from './case.ts';
import type { State } from './state.ts';

/** What somebody told of themselves and their work when they asked for another client. */
export function atWork({ cases }: State): HelperDraft {
  const { name, phone, organization, title } =
    cases.findLast(({ helper }) => helper.relation === 'organization' && helper.name !== undefined)?.helper ?? {};
  return {
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(organization === undefined ? {} : { organization }),
    ...(title === undefined ? {} : { title }),
  };
}
