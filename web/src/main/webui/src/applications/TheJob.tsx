import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { reads, type Applications } from '../api/reads';
import { Empty } from '../parts/Empty';
import { Fold } from '../parts/Fold';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { choices, COMPONENTS, EMPLOYMENTS, SENIORITIES, WORKPLACES } from '../words/codes';
import classes from './applications.module.css';
import { pay } from './salary';

/** What the job is: its facts, and what its description is made of. */
export function TheJob({ application: { id, posting, recruiter, board } }: { application: Applications['ApplicationView'] }) {
  const facts: [string, ReactNode][] = [
    ['Place', posting.location],
    ['Workplace', posting.workplace && WORKPLACES[posting.workplace]],
    ['Level', posting.seniority && SENIORITIES[posting.seniority]],
    ['Employment', posting.employmentType && EMPLOYMENTS[posting.employmentType]],
    ['Industry', posting.industry],
    ['Languages', posting.languages?.join(', ')],
    ['Pay', posting.salary && pay(posting.salary)],
    ['Link', posting.url && <Advertisement url={posting.url} />],
    ['Recruiter', [recruiter?.name, recruiter?.email].filter(Boolean).join(', ')],
    ['Came through', board],
  ];
  const known = facts.filter(([, value]) => value);
  return (
    <Section title="The job">
      <Stack gap="lg">
        {known.length > 0 && (
          <dl className={classes.facts}>
            {known.map(([name, value]) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {posting.description === undefined ? (
          <Empty>
            No job description is recorded. With one, you can say later which parts of the job would give you energy. Correct the record to add it.
          </Empty>
        ) : (
          <>
            <Parts applicationId={id} />
            <Fold summary="The description, word for word">
              <Text dir="auto" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{posting.description}</Text>
            </Fold>
          </>
        )}
      </Stack>
    </Section>
  );
}

/** A link that somebody typed goes out only as a web address. */
function Advertisement({ url }: { url: string }) {
  return /^https?:\/\//i.test(url) ? (
    <Anchor href={url} target="_blank" rel="noopener noreferrer">
      {url}
    </Anchor>
  ) : (
    url
  );
}

function Parts({ applicationId }: { applicationId: string }) {
  return (
    <Waiting for={useQuery(reads.components(applicationId))} lines={6}>
      {(parts) =>
        choices(COMPONENTS)
          .map(({ value, label }) => ({ label, ofKind: parts.filter(({ kind }) => kind === value) }))
          .filter(({ ofKind }) => ofKind.length > 0)
          .map(({ label, ofKind }) => (
            <div key={label}>
              <Title order={3} mb={4}>
                {label}{' '}
                <Text span size="sm" c="dimmed" fw={400}>
                  {ofKind.length}
                </Text>
              </Title>
              <List spacing={4}>
                {ofKind.map((part) => (
                  <List.Item key={part.id} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                    {part.text}
                  </List.Item>
                ))}
              </List>
            </div>
          ))
      }
    </Waiting>
  );
}
