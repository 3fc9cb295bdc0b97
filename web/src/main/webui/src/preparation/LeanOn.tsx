import { Text, Title } from '@mantine/core';
import type { Insights } from '../api/reads';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { THEMES } from '../words/codes';
import classes from './preparation.module.css';
import { saidInWords } from './preparationWords';
import { Words } from './Words';

/** What others found good. */
export function LeanOn({ brief: { leanOn, contexts } }: { brief: Insights['Preparation'] }) {
  return (
    <Section title="Lean on">
      {leanOn.length === 0 ? (
        <Empty>Nobody has named a strength yet, which says little: rejections rarely do. A mentor's or a colleague's words would show here.</Empty>
      ) : (
        <ul className={classes.items}>
          {leanOn.map((one) => (
            <li key={one.theme} className={classes.item}>
              <Title order={3}>{THEMES[one.theme]}</Title>
              <Text size="sm" c="dimmed" mb="xs">
                {saidInWords(one, contexts)}
              </Text>
              <Words said={one.said} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
