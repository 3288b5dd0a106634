/** "Lack of access to stable housing", as several populations name it among the hard things in a life. */
import { any, is, type Condition } from '../condition.ts';
import { guide } from './guide.ts';
import { homeless } from './homeless.ts';

export const lacksStableHousing = (place: string): Condition => any(homeless, is('doubledUp', guide(place)));
