import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { reads, type Insights } from '../api/reads';
import { counted } from '../charts/numbers';
import { Empty } from '../parts/Empty';
import { Fold } from '../parts/Fold';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { DecidedItem } from './DecidedItem';
import classes from './search.module.css';
import { SuggestionItem } from './SuggestionItem';

/** How many applications there must be to speak of a taste. */
const FEWEST = 2;

/** How the search could become more specific, and what was decided on that. */
export function Suggestions() {
  return (
    <Section title="Suggested changes">
      <Waiting for={useQuery(reads.refinements())} lines={6}>
        {(known) => <Shown refinements={known} />}
      </Waiting>
    </Section>
  );
}

function Shown({ refinements: { contexts, items, rejections } }: { refinements: Insights['Refinements'] }) {
  const profile = useQuery(reads.profile()).data;
  const place = useRef<HTMLDivElement>(null);
  const suggested = items.filter(({ status }) => status === 'SUGGESTED');
  const decided = items.filter(({ status }) => status !== 'SUGGESTED');

  return (
    <>
      <div ref={place} tabIndex={-1} className={classes.results}>
        {suggested.length === 0 ? (
          <Empty>{whyNone(contexts, decided.length > 0)}</Empty>
        ) : (
          <Text size="sm" c="dimmed" mb="sm">
            {counted(suggested.length, 'suggestion')} from {counted(contexts, 'application')}, {counted(rejections, 'rejection')} among them. An interview here
            is any application that came past the review of the papers; one that was rejected later counts on both sides.
          </Text>
        )}
      </div>
      {suggested.length > 0 && (
        <ul className={classes.items}>
          {suggested.map((one) => (
            <SuggestionItem key={one.id} refinement={one} decided={() => place.current?.focus()} />
          ))}
        </ul>
      )}
      {decided.length > 0 && (
        <Fold summary="What you decided" count={decided.length}>
          <ul className={classes.items}>
            {decided.map((one) => (
              <DecidedItem key={one.id} refinement={one} profile={profile} />
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

function whyNone(applications: number, decidedAny: boolean): string {
  if (applications < FEWEST) {
    return `Not enough yet: suggestions come from what your applications have in common, and there ${applications === 1 ? 'is one' : 'are none'} so far.`;
  }
  const more = 'More follow from rejections that name a cause, and from what you say of the role when you reflect.';
  return decidedAny ? `There is nothing to decide at the moment. ${more}` : `Nothing in ${applications} applications speaks for a change so far. ${more}`;
}
