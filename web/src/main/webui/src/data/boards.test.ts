import { expect, it } from 'vitest';
import { boardsOf, withConsent } from './boards';

it('knows a board by a consent or by an application that it reported, once', () => {
  expect(boardsOf({ boards: { globex: { shareSearch: false } } }, [{ board: 'acme' }, {}, { board: 'globex' }])).toEqual(['acme', 'globex']);
});

it('keeps what is said of other boards when one is changed', () => {
  const consents = { boards: { acme: { shareSearch: true }, globex: { shareSearch: false } } };
  expect(withConsent(consents, 'globex', true)).toEqual({ boards: { acme: { shareSearch: true }, globex: { shareSearch: true } } });
  expect(withConsent({ boards: {} }, 'acme', true)).toEqual({ boards: { acme: { shareSearch: true } } });
});
