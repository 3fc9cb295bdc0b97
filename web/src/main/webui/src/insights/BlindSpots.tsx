import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reads, type Insights } from '../api/reads';
import { Dumbbell } from '../charts/Dumbbell';
import { counted } from '../charts/numbers';
import { day } from '../parts/dates';
import { Empty } from '../parts/Empty';
import { Fold } from '../parts/Fold';
import { Section } from '../parts/Section';
import { useApplicationNames } from '../parts/useApplicationNames';
import { Waiting } from '../parts/Waiting';
import { comparisonInWords, stagePairs, themeFindings } from './comparisons';

/** Where one sees oneself otherwise than they do, and where both see a gap. */
export function BlindSpots() {
  const query = useQuery(reads.blindSpots());
  const enough = query.data?.status === 'ENOUGH';
  return (
    <Section title="Your view and theirs" note={enough ? `in ${counted(query.data?.applications ?? 0, 'application')}` : undefined}>
      <Waiting for={query} lines={5}>
        {(found) => <Found found={found} />}
      </Waiting>
    </Section>
  );
}

function Found({ found: { status, applications, compared, findings } }: { found: Insights['BlindSpots'] }) {
  if (status === 'NOT_ENOUGH_YET') {
    return (
      <Empty>
        Not enough yet: this compares your own ratings with a recruiter&apos;s, from two applications on. There{' '}
        {applications === 1 ? 'is one' : 'are none'} so far. Reflect on a rejection, and it counts as soon as the recruiter rates the same stages.
      </Empty>
    );
  }
  if (findings.length === 0) {
    return <Empty>You and they saw it much alike in {counted(compared, 'comparison')}.</Empty>;
  }
  const pairs = stagePairs(findings);
  const themes = themeFindings(findings);
  return (
    <Stack gap="md">
      {pairs.length > 0 && (
        <div>
          <Dumbbell pairs={pairs} caption="Your ratings and theirs by stage, from 1 to 5: means of the applications in which it showed" detail="What it shows" />
          <Text size="sm" c="dimmed" mt="xs" maw={640}>
            Each mark is the mean of only those applications in which this showed. How many they are, of all in which both sides rated the stage, stands at
            the end of the row.
          </Text>
        </div>
      )}
      {themes.length > 0 && (
        <div>
          <Title order={3}>By theme</Title>
          <List spacing={6} mt="xs">
            {themes.map(({ key, theme, words, n, compared: of }) => (
              <List.Item key={key}>
                {theme}: {words.charAt(0).toLowerCase() + words.slice(1)}{' '}
                <Text span size="sm" c="dimmed" className="numbers">
                  ({n} of {counted(of, 'application')})
                </Text>
              </List.Item>
            ))}
          </List>
        </div>
      )}
      <Occurrences findings={findings} />
    </Stack>
  );
}

function Occurrences({ findings }: { findings: Insights['Finding'][] }) {
  const nameOf = useApplicationNames();
  const all = findings.flatMap((finding) => finding.occurrences).sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Fold summary="In which applications">
      <List spacing={6} size="sm">
        {all.map((one, i) => (
          <List.Item key={i}>
            {day(one.at)},{' '}
            <Anchor component={Link} to={`/applications/${one.applicationId}`} inherit>
              {nameOf(one.applicationId)}
            </Anchor>
            . {comparisonInWords(one)}.
          </List.Item>
        ))}
      </List>
    </Fold>
  );
}
