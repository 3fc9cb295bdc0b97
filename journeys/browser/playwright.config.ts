import { defineConfig } from '@playwright/test';

// Started by BrowserIT, which says in the environment where the whole runs and who has what.
const chromium = {
  browserName: 'chromium' as const,
  launchOptions: {
    executablePath: process.env['REBOUND_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  },
};

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

function looks(name: string, viewport: typeof wide, colorScheme: 'light' | 'dark') {
  return { name, testMatch: 'looks.spec.ts', use: { ...chromium, viewport, colorScheme } };
}

export default defineConfig({
  testDir: 'tests',
  outputDir: '../target/browser',
  reporter: [['list']],
  workers: 1,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: { baseURL: process.env['REBOUND_WEB'] ?? 'http://localhost:8080', contextOptions: { reducedMotion: 'reduce' }, actionTimeout: 15_000, trace: 'retain-on-failure' },
  projects: [
    looks('wide-light', wide, 'light'),
    looks('wide-dark', wide, 'dark'),
    looks('phone-light', phone, 'light'),
    looks('phone-dark', phone, 'dark'),
    { name: 'journeys', testMatch: /(season|recruiter|keyboard|owndata)\.spec\.ts/, use: { ...chromium, viewport: wide } },
    { name: 'journeys-on-a-phone', testMatch: /(recruiter|owndata)\.spec\.ts/, use: { ...chromium, viewport: phone, hasTouch: true } },
  ],
});
