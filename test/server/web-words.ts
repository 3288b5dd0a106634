/** Words for the tests of the page: the page's own are the real ones, those of the conversation are made up here. */
import { text, type Key } from '../../locales/index.ts';
import type { Tag } from '../../locales/languages.ts';
import type { Words } from '../../server/channels/web/voice.ts';

const made: Readonly<Record<string, Partial<Record<Tag, string>>>> = {
  'test.hello': {
    en: 'Hello. We are the automated assistant of {{plan}}. Call {{phone}} (TTY: {{tty}}).',
    es: 'Hola. Somos el asistente automático de {{plan}}. Llame al {{phone}} (TTY: {{tty}}).',
  },
  'test.menu': { en: 'What would you like to do?', es: '¿Qué quiere hacer?' },
  'test.screen': { en: 'See what may fit', es: 'Vea qué le puede servir' },
  'test.file': { en: 'Ask my plan now', es: 'Pedir ayuda a mi plan ahora' },
  'test.concerns': { en: 'What is going on? Choose all that fit.', es: '¿Qué pasa? Marque todo lo que corresponda.' },
  'test.housing': { en: 'I have no safe place to sleep', es: 'No tengo un lugar seguro para dormir' },
  'test.hospital': { en: 'I was in the hospital', es: 'Estuve en el hospital' },
  'test.none': { en: 'None of these', es: 'Ninguna de estas' },
  'test.age': { en: 'How old are you?', es: '¿Cuántos años tiene?' },
  'test.ageHint': { en: 'In years', es: 'En años' },
  'test.why': { en: 'Some help is only for adults.', es: 'Alguna ayuda es solo para adultos.' },
  'test.birth': { en: 'What is your birth date?', es: '¿Cuál es su fecha de nacimiento?' },
  'test.fits': { en: 'From what you said, you may qualify.', es: 'Por lo que dijo, puede que califique.' },
  'test.ecm': { en: 'Enhanced Care Management', es: 'Manejo de Cuidado Mejorado' },
  'test.askPlan': { en: 'Ask the plan for this', es: 'Pedir esto al plan' },
  'test.preview': { en: 'What we will send', es: 'Lo que enviaremos' },
  'test.name': { en: 'Name', es: 'Nombre' },
  'test.nameIs': { en: '{{name}}', es: '{{name}}' },
  'test.change': { en: 'Change the name', es: 'Cambiar el nombre' },
  'test.leaveOut': { en: 'Leave out', es: 'Quitar' },
  'test.putBack': { en: 'Put back', es: 'Volver a poner' },
  'test.card': { en: 'Keep this', es: 'Guarde esto' },
  'test.number': { en: 'Your number is {{number}}.', es: 'Su número es {{number}}.' },
  'test.steps': { en: 'Your request', es: 'Su pedido' },
  'test.sent': { en: 'We sent it to your plan', es: 'Lo enviamos a su plan' },
  'test.decides': { en: 'Your plan decides', es: 'Su plan decide' },
  'test.calls': { en: 'Someone calls you', es: 'Alguien le llama' },
  'test.danger': { en: 'Call {{phone}} now.', es: 'Llame al {{phone}} ahora.' },
  'test.onlyEnglish': { en: 'These words are in English only.' },
  'test.heard': { en: 'You wrote: {{words}}', es: 'Usted escribió: {{words}}' },
  'programmes.ecm.name': { en: 'Enhanced Care Management', es: 'Manejo de Cuidado Mejorado' },
};

/** A key that only the tests have. */
export const key = (name: string): Key => `test.${name}` as Key;

const look = (tag: Tag, wanted: Key, values: Readonly<Record<string, string>> = {}): string | undefined =>
  made[wanted]?.[tag]?.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '') ?? text(tag, wanted, values);

export const words: Words = { shown: look, any: look };
