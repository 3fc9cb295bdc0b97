import { Anchor, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Insights } from '../api/reads';
import { Empty } from '../parts/Empty';
import { plainCodes } from '../parts/plainCodes';
import { Section } from '../parts/Section';
import { THEMES } from '../words/codes';
import classes from './preparation.module.css';
import { stoodInTheWay } from './preparationWords';
import { Words } from './Words';

/** What to settle early, since no practising changes it. */
export function Checks({ checks }: { checks: readonly Insights['Check'][] }) {
  return (
    <Section title="Check first" note="not in your hands, so better asked early">
      {checks.length === 0 ? (
        <Empty>Nothing outside your hands has stood in the way before, and your search has nothing against this posting.</Empty>
      ) : (
        <ul className={classes.items}>
          {checks.map((check) => (
            <Item key={check.theme ?? 'search'} check={check} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Item({ check }: { check: Insights['Check'] }) {
  const { theme, question, posting, said } = check;
  const before = stoodInTheWay(check);
  return (
    <li className={classes.item}>
      <Title order={3}>{question}</Title>
      <Text size="sm" c="dimmed">
        {theme === undefined ? (
          <>
            From{' '}
            <Anchor component={Link} to="/search" inherit>
              your search
            </Anchor>
            .
          </>
        ) : (
          `${THEMES[theme]}. ${before}`
        )}
      </Text>
      {posting.length > 0 && (
        <>
          <Text mt="xs">The posting:</Text>
          <ul className={classes.points}>
            {posting.map((sentence, i) => (
              <li key={i}>{plainCodes(sentence)}</li>
            ))}
          </ul>
        </>
      )}
      {said.length > 0 && (
        <>
          <Text mt="xs">What was said before:</Text>
          <Words said={said} />
        </>
      )}
    </li>
  );
}
