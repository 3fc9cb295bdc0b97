import type { Insights } from '../api/reads';
import type { Pair } from '../charts/dumbbells';
import { mean } from '../charts/numbers';
import { STAGES, THEMES } from '../words/codes';
import { KINDS, THEME_KINDS } from './words';

type Finding = Insights['Finding'];

/** The findings on stages, with the means of both sides' ratings. */
export function stagePairs(findings: readonly Finding[]): Pair[] {
  return findings.flatMap(({ stage, kind, n, compared, occurrences }) => {
    const own = mean(occurrences.flatMap((one) => one.own ?? []));
    const theirs = mean(occurrences.map((one) => one.theirs));
    if (stage === undefined || own === undefined || theirs === undefined) {
      return [];
    }
    return [{ label: STAGES[stage], detail: KINDS[kind], note: `${n} of ${compared}`, own, theirs, n }];
  });
}

/** The findings on themes, which only one side rates. */
export function themeFindings(findings: readonly Finding[]): { key: string; theme: string; words: string; n: number; compared: number }[] {
  return findings.flatMap(({ theme, kind, n, compared }) =>
    theme === undefined ? [] : [{ key: `${theme} ${kind}`, theme: THEMES[theme], words: THEME_KINDS[kind], n, compared }],
  );
}

/** One comparison in words: 'First call: you 4, they 2'. */
export function comparisonInWords({ stage, theme, own, theirs }: Finding['occurrences'][number]): string {
  const what = stage === undefined ? theme && THEMES[theme] : STAGES[stage];
  return `${what ?? 'It'}: ${own === undefined ? '' : `you ${own}, `}they ${theirs}`;
}
