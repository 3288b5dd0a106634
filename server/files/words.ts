/** What stands on every sheet, whatever the form. */
import words from './words.json' with { type: 'json' };

export { words };
export { fill } from '../desk/words.ts';
