// Somebody who files on the page by its forms alone, quickly; a browser is then given their cookies.
import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';
import type { Answer } from '../journeys/chat-page.ts';
import { Visitor } from '../server/web-server.ts';

export type Answers = Readonly<Record<string, Answer>>;

/** Who asks for their own sake, without a screen, for what helps David most. */
export const forThemselves: Answers = {
  'whom.whose': { press: 'self' },
  'file.programmes': {
    tick: ['ecm', 'housingTransitionNavigation', 'dayHabilitation', 'transitionalRent', 'medicallyTailoredMeals'],
  },
  'file.name': { write: 'David Example' },
  'file.birthDate': { date: ['3', '7', '1964'] },
  'file.card': { write: '91234567A' },
  'file.safeWays': { tick: ['call', 'text', 'mail'] },
  'file.phone': { write: '951-555-0142' },
  'file.address': { write: '12 Example Street, Riverside 92501' },
  'file.bestTime': { press: 'morning' },
  'file.consentText': { press: 'yes' },
  'file.consentVoicemail': { press: 'yes' },
  'file.spoken': { press: 'en' },
  'file.dialect': { press: 'white' },
  'file.written': { press: 'en' },
  'file.format': { press: 'print' },
  'file.trusted': { write: 'Sunrise Clinic' },
  'file.fast': { press: 'no' },
  'file.preview': { press: 'send' },
};

/** A daughter who asks for her father. */
export const forHerFather: Answers = {
  ...forThemselves,
  'whom.whose': { press: 'other' },
  'whom.relation': { press: 'child' },
  'whom.awareness': { press: 'agrees' },
  'whom.helperName': { write: 'Rosa Example' },
  'whom.helperPhone': { write: '209-555-0121' },
};

export class Filer {
  readonly #visitor: Visitor;

  constructor(url: string) {
    this.#visitor = new Visitor({ url });
  }

  get page(): string {
    return this.#visitor.page;
  }

  async open(): Promise<void> {
    await this.#visitor.get();
  }

  async says(answer: Answer): Promise<string> {
    return this.#visitor.says(fields(answer));
  }

  /** Asks the plan and answers until it is sent; gives the number. */
  async files(answers: Answers): Promise<string> {
    await this.says({ press: 'act:file' });
    for (let turns = 0; turns < 40; turns += 1) {
      const { question = '' } = this.#visitor.hidden();
      const answer = answers[question];
      assert.ok(answer, `no answer to ${question || 'nothing'}`);
      await this.says(answer);
      if (question === 'file.preview') return this.#number();
    }
    throw new Error('the talk did not end');
  }

  async lendCookiesTo(context: BrowserContext): Promise<void> {
    // The server's own address is one of https, so its cookies are kept only as from there.
    const url = this.#visitor.server.url.replace(/^http:/, 'https:');
    await context.addCookies([...this.#visitor.cookies].map(([name, value]) => ({ name, value, url, secure: true })));
  }

  #number(): string {
    const number = [...this.page.matchAll(/\b(\d{4} \d{3} \d{3} \d{4})\b/g)].at(-1)?.[1];
    assert.ok(number, 'no number was given');
    return number;
  }
}

function fields(answer: Answer): Record<string, string | string[]> {
  if ('press' in answer) return { press: answer.press };
  if ('write' in answer) return { text: answer.write };
  if ('tick' in answer) return { ticked: 'yes', choice: [...answer.tick] };
  const [month, day, year] = answer.date;
  return { dated: 'yes', month, day, year };
}
