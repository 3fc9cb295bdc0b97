import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Insights } from '../api/reads';
import { counted } from '../charts/numbers';
import { day } from '../parts/dates';
import { Fold } from '../parts/Fold';
import { useApplicationNames } from '../parts/useApplicationNames';
import { SOURCES } from '../words/codes';
import classes from './search.module.css';

type Evidence = Insights['RefinementEvidence'];

/** What a suggested change rests on, application by application. */
export function Why({ refinement: { contexts, evidence } }: { refinement: Insights['Refinement'] }) {
  const nameOf = useApplicationNames();
  if (evidence.length === 0) {
    return null;
  }
  return (
    <Fold summary="What it rests on" count={counted(contexts, 'application')}>
      <ul className={classes.items}>
        {evidence.map((one) => (
          <li key={one.id} className={classes.item}>
            {typeof one.quote === 'string' ? <blockquote className="said" dir="auto">{one.quote}</blockquote> : <Text>{withoutWords(one)}</Text>}
            <Text size="sm" c="dimmed">
              {SOURCES[one.source]}, {day(one.at)},{' '}
              <Anchor component={Link} to={`/applications/${one.applicationId}`} inherit>
                {nameOf(one.applicationId)}
              </Anchor>
            </Text>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function withoutWords({ source }: Evidence): string {
  switch (source) {
    case 'REJECTION':
      return 'That it ended in a rejection.';
    case 'REFLECTION':
      return 'What you chose when you reflected on it.';
    default:
      return 'A rating or a choice from a list, without words.';
  }
}
