// A worker with somebody on the phone: answers what the page of the call asks.
import type { Fields, Page, Visitor } from '../server/desk-visit.ts';

/** What is clicked and typed for a caller who asks for themself, by the question that the page asks. */
export const filing: Readonly<Record<string, Fields>> = {
  menu: { press: 'file' },
  'whom.whose': { press: 'self' },
  'file.programmes': { choice: ['ecm', 'medicallyTailoredMeals'], ticked: 'yes' },
  'file.name': { text: 'Pa Houa Vang' },
  'file.birthDate': { month: '3', day: '9', year: '1964', dated: 'yes' },
  'file.card': { press: 'act:decline' },
  'file.safeWays': { choice: ['call', 'text'], ticked: 'yes' },
  'file.phone': { text: '951-555-0134' },
  'file.bestTime': { press: 'morning' },
  'file.consentText': { press: 'yes' },
  'file.consentVoicemail': { press: 'no' },
  'file.spoken': { press: 'hmn' },
  'file.dialect': { press: 'green' },
  'file.written': { press: 'hmn' },
  'file.format': { press: 'largePrint' },
  'file.trusted': { press: 'act:notSure' },
  'file.fast': { press: 'no' },
  'file.preview': { press: 'send' },
};

export class Call {
  readonly worker: Visitor;
  readonly address: string;
  page: Page;

  private constructor(worker: Visitor, address: string, page: Page) {
    this.worker = worker;
    this.address = address;
    this.page = page;
  }

  static async begin(worker: Visitor, language: string): Promise<Call> {
    const begun = await worker.send(await worker.get('/desk/caller'), '/caller/begin', { language });
    return Call.at(worker, begun.to);
  }

  static async at(worker: Visitor, address: string): Promise<Call> {
    return new Call(worker, address, await worker.get(address));
  }

  /** The id of the question that waits, as in `file.name`. */
  get question(): string {
    return /name="question" value="([^"]*)"/.exec(this.page.text)?.[1] ?? '';
  }

  /** What stands on the page, as it is read. */
  get shown(): string {
    return this.page.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  }

  /** Sends one answer, and looks at what follows. */
  async says(fields: Fields): Promise<Page> {
    const answer = await this.worker.send(this.page, this.address, fields);
    this.page = answer.status === 303 ? await this.worker.get(answer.to) : answer;
    return this.page;
  }

  /** Answers until this is asked. */
  async until(question: string): Promise<void> {
    for (let turn = 0; turn < 30 && this.question !== question; turn += 1) {
      const answer = filing[this.question];
      if (!answer) throw new Error(`no answer to ${this.question}`);
      await this.says(answer);
    }
    if (this.question !== question) throw new Error(`${question} is never asked`);
  }
}
