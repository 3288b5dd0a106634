/** Why each question of a complaint is asked. */
import { line } from '../asking.ts';
import type { Line } from '../say.ts';
import type { World } from '../world.ts';
import type { ComplaintWaiting } from './questions.ts';

export function complaintWhy({ step, said }: ComplaintWaiting, world: World): Line {
  const plan = { plan: world.plan.shortName };
  switch (step) {
    case 'whose':
    case 'letterDate':
    case 'keep':
    case 'urgent':
    case 'reply':
      return line(`complaint.${step}.why`);
    case 'subject':
    case 'words':
      return line(`complaint.${step}.why`, plan);
    case 'phone':
      return line(said.whose === 'other' ? 'whom.helperPhone.why' : 'person.phone.why');
    case 'name':
    case 'birthDate':
      return line(`file.${step}.why`, plan);
    case 'address':
      return line('file.address.why');
    case 'helperName':
      return line('whom.helperName.why');
    case 'preview':
      return line('file.preview.why');
  }
}
