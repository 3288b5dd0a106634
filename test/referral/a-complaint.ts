/** An invented member who complains. */
import type { Complaint } from '../../referral/complaint.ts';

export function aComplaint(more: Partial<Complaint> = {}): Complaint {
  return {
    id: 'complaint 1',
    kind: 'grievance',
    subject: 'care',
    number: null,
    words: 'The driver shouted at me twice.',
    asksForFast: false,
    letterDate: null,
    keepServices: false,
    person: { name: 'Xiomara Quetzalli', birthDate: '1964-03-09' },
    helper: null,
    reply: 'call',
    phone: '+19515550134',
    mailingAddress: null,
    confidential: false,
    language: 'es',
    dialect: null,
    ...more,
  };
}
