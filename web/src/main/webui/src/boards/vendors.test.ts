import { expect, it } from 'vitest';
import { address, freshSecret, secretsOf, VENDORS, type Vendor } from './vendors';

function named(provider: string): Vendor {
  return VENDORS.find((vendor) => vendor.provider === provider) ?? expect.fail(provider);
}

it('makes a secret in the form of each vendor, and never the same', () => {
  expect(freshSecret(named('greenhouse'))).toMatch(/^[0-9a-f]{64}$/);
  expect(freshSecret(named('standard'))).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(freshSecret(named('ashby'))).not.toBe(freshSecret(named('ashby')));
});

it('tells the address that a vendor calls', () => {
  expect(address('https://rebound.example', 'acme', named('lever'))).toBe('https://rebound.example/api/v1/boards/acme/webhooks/lever');
});

it('takes a line for a secret where the vendor makes one for each webhook', () => {
  expect(secretsOf(named('lever'), ' first token \n\nsecond token\n')).toEqual(['first token', 'second token']);
  expect(secretsOf(named('lever'), '\n')).toEqual(['']);
  expect(secretsOf(named('greenhouse'), ' one ')).toEqual(['one']);
});
