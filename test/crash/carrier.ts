/** A carrier of text messages: signs them, sends each until it is answered, and now and then sends one twice. */
import { EventEmitter } from 'node:events';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { messagesIn } from '../journeys/front-door.ts';
import { below, type Random } from './seeded.ts';

export const publicUrl = 'https://navigator.example';

/** One message, and what was first answered to it. */
export type Delivered = { readonly id: string; readonly from: string; readonly answer: string };

type TextMessage = { readonly id: string; readonly from: string; readonly body: string };

export class Carrier extends EventEmitter<{ step: [] }> {
  /** Every message that was answered, by its id. */
  readonly answered = new Map<string, Delivered>();
  /** What must not happen: two answers to one message, an error, a damaged file. */
  readonly wrong: string[] = [];
  /** Ids that were on their way when the server went. */
  readonly cut = new Set<string>();
  /** Answers that came, those to a second try among them. */
  turns = 0;
  #underWay = 0;
  #sent = 0;
  #server = awaited();

  constructor(readonly random: Random) {
    super();
  }

  /** How many messages wait for their answer at this moment. */
  get underWay(): number {
    return this.#underWay;
  }

  open(url: string): void {
    this.#server.came(url);
  }

  /** What is not answered by now waits for the next server. */
  shut(): void {
    this.#server = awaited();
  }

  /** Resolves when it has been answered, by whichever server. */
  async deliver(from: string, body: string): Promise<readonly string[]> {
    const message = { id: `SM${(this.#sent += 1)}`, from, body };
    const chance = below(this.random, 20);
    const [answer] = await Promise.all([this.#untilAnswered(message), chance === 0 && this.#untilAnswered(message)]);
    if (chance === 1) await this.#untilAnswered(message);
    return messagesIn(answer);
  }

  async #untilAnswered(message: TextMessage): Promise<string> {
    for (;;) {
      const url = await this.#server.url;
      const answer = await this.#post(url, message);
      if (answer !== null) return this.#took(message, answer);
    }
  }

  /** Null when the line went dead before the whole answer was here. */
  async #post(url: string, { id, from, body }: TextMessage): Promise<string | null> {
    const form = { From: from, To: '+15555550100', Body: body, MessageSid: id, NumMedia: '0' };
    const signature = getExpectedTwilioSignature('secret', `${publicUrl}/sms`, form);
    this.#underWay += 1;
    this.emit('step');
    try {
      const response = await fetch(`${url}/sms`, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { 'X-Twilio-Signature': signature },
      });
      const answer = await response.text();
      if (response.status !== 200) this.wrong.push(`${id} was answered with ${response.status}`);
      return answer;
    } catch {
      this.cut.add(id);
      return null;
    } finally {
      this.#underWay -= 1;
      this.emit('step');
    }
  }

  #took({ id, from }: TextMessage, answer: string): string {
    this.turns += 1;
    const before = this.answered.get(id);
    if (before && before.answer !== answer) this.wrong.push(`${id} was answered in two ways`);
    if (!before) this.answered.set(id, { id, from, answer });
    return answer;
  }
}

/** The address of the next server, which is not known yet. */
function awaited(): { readonly url: Promise<string>; readonly came: (url: string) => void } {
  let came: (url: string) => void = () => undefined;
  const url = new Promise<string>((resolve) => (came = resolve));
  return { url, came };
}
