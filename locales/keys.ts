import type checkIn from './en/checkIn.json';
import type common from './en/common.json';
import type complaint from './en/complaint.json';
import type copy from './en/copy.json';
import type danger from './en/danger.json';
import type deskMessages from './en/deskMessages.json';
import type file from './en/file.json';
import type findings from './en/findings.json';
import type language from './en/language.json';
import type page from './en/page.json';
import type person from './en/person.json';
import type programmes from './en/programmes.json';
import type questions from './en/questions.json';
import type rules from './en/rules.json';
import type script from './en/script.json';
import type sms from './en/sms.json';
import type status from './en/status.json';
import type topics from './en/topics.json';
import type welcome from './en/welcome.json';
import type whom from './en/whom.json';

/** The English words by subject: one file each. What is missing here does not compile. */
type English = {
  checkIn: typeof checkIn;
  common: typeof common;
  complaint: typeof complaint;
  copy: typeof copy;
  danger: typeof danger;
  deskMessages: typeof deskMessages;
  file: typeof file;
  findings: typeof findings;
  language: typeof language;
  page: typeof page;
  person: typeof person;
  programmes: typeof programmes;
  questions: typeof questions;
  rules: typeof rules;
  script: typeof script;
  sms: typeof sms;
  status: typeof status;
  topics: typeof topics;
  welcome: typeof welcome;
  whom: typeof whom;
};

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** The name of one text: subject, then meaning, as in `welcome.hello`. */
export type Key = Leaves<English>;

export const subjects = [
  'checkIn',
  'common',
  'complaint',
  'copy',
  'danger',
  'deskMessages',
  'file',
  'findings',
  'language',
  'page',
  'person',
  'programmes',
  'questions',
  'rules',
  'script',
  'sms',
  'status',
  'topics',
  'welcome',
  'whom',
] as const satisfies readonly (keyof English)[];
