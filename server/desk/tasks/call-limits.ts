import type { CallBackTask } from '../desk-store.ts';

/** Only where the member said yes, and no violence was named in their talk. */
export function mayLeaveVoicemail({ callBack, confidential, wrongNumber }: CallBackTask): boolean {
  return callBack.voicemail === true && !confidential && !wrongNumber;
}
