/** What conversations stored by an earlier build look like, and what they are read as. */
import assert from 'node:assert/strict';
import { freshState, State } from '../../dialogs/state.ts';

describe('a stored conversation', () => {
  it('keeps the news that an earlier build had stored as numbers alone', () => {
    const { news } = State.parse({ ...freshState('hmn'), news: ['12345678901234'] });
    assert.deepEqual(news, [{ number: '12345678901234', programme: null, topic: { kind: 'status' } }]);
    assert.deepEqual(State.parse({ ...freshState('hmn'), news }).news, news);
  });
});
