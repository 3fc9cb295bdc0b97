import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

/** What a candidate's first page may load as script, all in all, compressed. */
const MOST_BYTES = 200_000;

/** Where a build of the module leaves the pages, or one of the pages alone. */
const BUILT = ['../../../target/quinoa/build', 'dist'].find((folder) => existsSync(`${folder}/page.html`));
const ASSETS = `${BUILT}/assets`;

/** A file, and all that it cannot start without. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(file)) {
    seen.add(file);
    const text = readFileSync(`${ASSETS}/${file}`, 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
      closure(imported as string, seen);
    }
  }
  return seen;
}

function compressed(files: Iterable<string>): number {
  return [...files].reduce((bytes, file) => bytes + gzipSync(readFileSync(`${ASSETS}/${file}`)).length, 0);
}

function entry(): string {
  const found = /src="\/assets\/([\w.-]+\.js)"/.exec(readFileSync(`${BUILT}/page.html`, 'utf8'));
  return found?.[1] as string;
}

it('loads no page with more script than it may', () => {
  expect(BUILT, 'the pages are built: npm run build').toBeDefined();
  const pages = readdirSync(ASSETS).filter((file) => /^(Today|Applications?|NewApplication|ReflectionPage|PreparationPage|Feedback|Insights|GrowthPlan|Search|YourData|ImportPage|Inbox|AnswerPage)-.*\.js$/.test(file));
  expect(pages.length).toBeGreaterThanOrEqual(13);
  for (const page of pages) {
    const files = closure(page, closure(entry()));
    expect(compressed(files), page).toBeLessThan(MOST_BYTES);
  }
});
