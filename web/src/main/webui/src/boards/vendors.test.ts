import { expect, it } from 'vitest';
import { address, freshSecret, VENDORS, type Vendor } from './vendors';

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
