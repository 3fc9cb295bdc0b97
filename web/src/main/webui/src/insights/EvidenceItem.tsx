import { Anchor, Badge, Group } from '@mantine/core';
import { Link } from 'react-router';
import type { Insights } from '../api/reads';
import { day } from '../parts/dates';
import { SOURCES, STAGES } from '../words/codes';
import { CorrectReading } from './CorrectReading';
import { known } from './evidence';
import classes from './insights.module.css';

interface Props {
  evidence: Insights['Evidence'];
  /** What an application is called. */
  nameOf: (applicationId: string) => string;
}

/** One thing that was said: the words, whose they are, where they belong, and the way to correct their reading. */
export function EvidenceItem({ evidence, nameOf }: Props) {
  const { applicationId, at, corrected, decisive, quote, source, stage } = evidence;
  return (
    <figure className={classes.item}>
      <blockquote className="said" dir="auto">{quote ?? 'A rating or a choice from a list, without words.'}</blockquote>
      <Group component="figcaption" justify="space-between" gap="xs">
        <span>
          {[SOURCES[source], stage && STAGES[stage], day(at)].filter(Boolean).join(', ')}
          {applicationId !== undefined && (
            <>
              {', '}
              <Anchor component={Link} to={`/applications/${applicationId}`} inherit>
                {nameOf(applicationId)}
              </Anchor>
            </>
          )}
        </span>
        <Group gap="xs">
          {decisive && <Badge variant="default">Named as what decided it</Badge>}
          {corrected && <Badge variant="default">Corrected by you</Badge>}
          <CorrectReading evidence={known(evidence)} />
        </Group>
      </Group>
    </figure>
  );
}
