import { defineConfig } from '@playwright/test';
import { PHONE, WIDE } from './tests/whole';

// Started by BrowserIT, which says in the environment where the whole runs and who has what.
const chromium = {
  browserName: 'chromium' as const,
  launchOptions: {
    executablePath: process.env['REBOUND_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  },
};

export default defineConfig({
  testDir: 'tests',
  outputDir: '../target/browser',
  reporter: [['list']],
  workers: 1,
  forbidOnly: true,
  // A machine that builds everything at once can be too slow for a click; what passes at its second go is told as flaky.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: { baseURL: process.env['REBOUND_WEB'] ?? 'http://localhost:8080', contextOptions: { reducedMotion: 'reduce' }, actionTimeout: 15_000, trace: process.env['REBOUND_TRACE'] ? 'retain-on-failure' : 'off' },
  projects: [
    // What is empty is the same with more room.
    { name: 'wide', testMatch: 'looks.spec.ts', grepInvert: /who has just come/, use: { ...chromium, viewport: WIDE } },
    { name: 'phone', testMatch: 'looks.spec.ts', use: { ...chromium, viewport: PHONE } },
    { name: 'journeys', testMatch: /(season|recruiter|keyboard|board|owndata|reflection)\.spec\.ts/, use: { ...chromium, viewport: WIDE } },
    { name: 'journeys-on-a-phone', testMatch: /(recruiter|owndata)\.spec\.ts/, grepInvert: /leaves takes|lost connection/, use: { ...chromium, viewport: PHONE, hasTouch: true } },
  ],
});
