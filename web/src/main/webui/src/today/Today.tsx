import { Anchor, Badge, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reads } from '../api/reads';
import { name } from '../app/page';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Page } from '../parts/Page';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { THEMES } from '../words/codes';
import { Next } from './Next';

/** How many lines a list shows. */
const LATEST = 5;

/** The page one comes to: the one next step, and in short what there is to know. */
export function Component() {
  return (
    <Page title="Today" lead={name === '' ? undefined : `Hello ${name}. This is where things stand.`}>
      <Next />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Recurring />
        <NotYours />
        <OpenRequests />
        <Latest />
      </SimpleGrid>
    </Page>
  );
}

function Recurring() {
  return (
    <Section title="What recurs" actions={<More to="/insights" label="All insights" />}>
      <Waiting for={useQuery(reads.weaknesses())}>
        {({ weaknesses, contexts }) => {
          const recurring = weaknesses.filter((one) => one.status === 'RECURRING').slice(0, LATEST);
          return recurring.length === 0 ? (
            <Empty>
              {contexts < 2
                ? `Not enough yet: a thread shows from two applications or pieces of feedback on. There ${contexts === 1 ? 'is one' : 'are none'} so far.`
                : `Nothing recurs in ${contexts} applications and pieces of feedback.`}
            </Empty>
          ) : (
            <Stack gap="xs">
              {recurring.map((one) => (
                <Group key={one.theme} justify="space-between" wrap="nowrap">
                  <Anchor component={Link} to={`/insights#${one.theme}`}>
                    {THEMES[one.theme]}
                  </Anchor>
                  <Text size="sm" c="dimmed" className="numbers">
                    {one.contexts} of {contexts}
                  </Text>
                </Group>
              ))}
            </Stack>
          );
        }}
      </Waiting>
    </Section>
  );
}

function NotYours() {
  return (
    <Section title="Never in your hands">
      <Waiting for={useQuery(reads.perspective())}>
        {({ rejections, byControl, outOfControl }) =>
          rejections < 2 ? (
            <Empty>{`Not enough yet: this compares rejections, and there ${rejections === 1 ? 'is one' : 'are none'} so far.`}</Empty>
          ) : (
            <Stack gap="xs">
              <Text>
                <Text span fz="xl" fw={650} className="numbers">
                  {byControl['OUT_OF_CONTROL'] ?? 0}
                </Text>{' '}
                of {rejections} rejections, as far as causes were named.
              </Text>
              <List size="sm" spacing={4}>
                {outOfControl.slice(0, 3).map((one) => (
                  <List.Item key={one.evidenceId}>
                    {one.company}: {THEMES[one.theme].toLowerCase()}
                  </List.Item>
                ))}
              </List>
            </Stack>
          )
        }
      </Waiting>
    </Section>
  );
}

function OpenRequests() {
  return (
    <Section title="Open requests" actions={<More to="/feedback?show=requests" label="All requests" />}>
      <Waiting for={useQuery(reads.requests())}>
        {({ items }) => {
          const open = items.filter((one) => one.status === 'REQUESTED' || one.status === 'DETAIL_REQUESTED');
          return open.length === 0 ? (
            <Empty>Nobody is being asked at the moment. A rejection with a recruiter's address asks by itself.</Empty>
          ) : (
            <Stack gap="xs">
              {open.slice(0, LATEST).map((one) => (
                <Group key={one.id} justify="space-between" wrap="nowrap" align="baseline">
                  <Anchor component={Link} to={`/applications/${one.applicationId}`}>
                    {one.posting.company ?? 'An application'}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {one.status === 'DETAIL_REQUESTED' ? 'asked for more detail' : `open until ${day(one.expiresAt)}`}
                  </Text>
                </Group>
              ))}
            </Stack>
          );
        }}
      </Waiting>
    </Section>
  );
}

function Latest() {
  return (
    <Section title="Latest feedback">
      <Waiting for={useQuery(reads.feedback())}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>None has come in yet. An appraisal or a mentor's words count as well; you can add them.</Empty>
          ) : (
            <Stack gap="md">
              {items.slice(0, 2).map((one) => (
                <div key={one.id}>
                  <Title order={3} fz="sm" fw={500} c="dimmed">
                    {day(one.receivedOn)} {one.specificity.level === 'GENERIC' && <Badge variant="default">No cause named</Badge>}
                  </Title>
                  <blockquote className="said" dir="auto">{shortened(one.comments ?? 'Ratings without words.')}</blockquote>
                </div>
              ))}
            </Stack>
          )
        }
      </Waiting>
    </Section>
  );
}

const SHOWN = 180;

function shortened(text: string): string {
  if (text.length <= SHOWN) {
    return text;
  }
  const space = text.lastIndexOf(' ', SHOWN);
  return `${text.slice(0, space > 0 ? space : SHOWN)} …`;
}

function More({ to, label }: { to: string; label: string }) {
  return (
    <Anchor component={Link} to={to} size="sm">
      {label}
    </Anchor>
  );
}
