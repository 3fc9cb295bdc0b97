import { Badge, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { body, insights } from '../api/client';
import type { Problem } from '../api/problem';
import { reads, type Insights } from '../api/reads';
import { useCommand } from '../api/useCommand';
import { plainCodes } from '../parts/plainCodes';
import { Section } from '../parts/Section';
import { useDraft } from '../parts/useDraft';
import { complaintInWords, nameOf, postingsIn, type Posting } from './postings';
import classes from './search.module.css';

type Matched = Insights['Matched'];

interface Held {
  postings: Posting[];
  /** The search as it was then. */
  against: Insights['SearchProfile'] | undefined;
}

/** Holds pasted postings against the profile. Nothing of it is kept. */
export function Matches() {
  const [text, setText] = useDraft('postings', '');
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const profile = useQuery(reads.profile()).data;
  const match = useCommand(
    async ({ postings }: Held) => body(await insights.POST('/api/v1/search-profile/matches', { body: { postings } })),
    { changes: [] },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const pasted = postingsIn(text);
    if ('problem' in pasted) {
      setProblem(pasted.problem);
      field.current?.focus();
      return;
    }
    setProblem(undefined);
    match.mutate({ postings: pasted.postings, against: profile });
  }

  return (
    <Section title="Try it on postings" note="nothing of it is kept">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Textarea
            ref={field}
            label="Postings"
            description="Paste one or more, with a line of --- between them; a JSON array works as well. Only what a posting says can speak against it."
            autosize
            minRows={6}
            maxRows={18}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={problem ?? (match.isError ? inWords(match.error) : undefined)}
          />
          <Group>
            <Button type="submit" className={classes.touch} loading={match.isPending}>
              See which would stay
            </Button>
          </Group>
        </Stack>
      </form>
      {match.isSuccess &&
        (isSame(match.variables.against, profile) ? (
          <Results key={match.submittedAt} matched={match.data} postings={match.variables.postings} />
        ) : (
          <Text mt="lg">Your search has changed since. See again which would stay.</Text>
        ))}
    </Section>
  );
}

/** Whether a search says the same as another; what has not been read yet is not held against anything. */
function isSame(one: Held['against'], other: Held['against']): boolean {
  return one === undefined || JSON.stringify(one) === JSON.stringify(other);
}

function inWords({ fields, message }: Problem): string {
  const complaints = Object.entries(fields).map(([field, complaint]) => complaintInWords(field, complaint));
  return complaints.length === 0 ? message : complaints.join(' ');
}

function Results({ matched, postings }: { matched: readonly Matched[]; postings: readonly Posting[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const kept = matched.filter(({ verdict }) => verdict === 'KEEP').length;
  return (
    <Stack gap="xs" mt="lg">
      <Title order={3} ref={heading} tabIndex={-1}>
        {kept} of {matched.length} would stay
      </Title>
      <ol className={classes.items}>
        {matched.map((one) => (
          <Result key={one.index} matched={one} posting={postings[one.index] ?? {}} />
        ))}
      </ol>
    </Stack>
  );
}

function Result({ matched: { verdict, reasons }, posting }: { matched: Matched; posting: Posting }) {
  const stays = verdict === 'KEEP';
  return (
    <li className={classes.item}>
      <Group gap="xs" justify="space-between" align="flex-start">
        <Text fw={500}>{nameOf(posting)}</Text>
        <Badge
          variant={stays ? 'light' : 'default'}
          leftSection={stays ? <IconCheck size={12} aria-hidden /> : <IconX size={12} aria-hidden />}
        >
          {stays ? 'Stays' : 'Left out'}
        </Badge>
      </Group>
      {reasons.length > 0 ? (
        <ul>
          {reasons.map((reason, i) => (
            <li key={i}>{plainCodes(reason)}</li>
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed">
          Nothing in it speaks against it.
        </Text>
      )}
    </li>
  );
}
