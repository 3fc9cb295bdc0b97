import { List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { reads, type Insights } from '../api/reads';
import { counted } from '../charts/numbers';
import { StackedBar } from '../charts/StackedBar';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { CONTROLS, THEMES } from '../words/codes';
import { controlParts, controlTable } from './controlParts';
import { NotYours } from './NotYours';
import { RoleMismatch } from './RoleMismatch';

/** How much of it was one's own, and how much never was. */
export function Perspective() {
  const query = useQuery(reads.perspective());
  const rejections = query.data?.rejections ?? 0;
  return (
    <Section title="What was in your hands" note={rejections > 1 ? `of ${counted(rejections, 'rejection')}` : undefined}>
      <Waiting for={query} lines={8}>
        {(perspective) => (
          <Stack gap="lg">
            <InHand perspective={perspective} />
            {perspective.outOfControl.length > 0 && <NotYours rejections={perspective.outOfControl} />}
            <RoleMismatch mismatch={perspective.roleMismatch} />
          </Stack>
        )}
      </Waiting>
    </Section>
  );
}

function InHand({ perspective }: { perspective: Insights['Perspective'] }) {
  const { status, rejections, causes } = perspective;
  if (status === 'NOT_ENOUGH_YET') {
    return <Empty>Not enough yet: this compares rejections from two on, and there {rejections === 1 ? 'is one' : 'are none'} so far.</Empty>;
  }
  return (
    <>
      <div>
        <Text size="sm" c="dimmed" mb="sm">
          Each rejection counts once, by its main cause: what they said decided it, then what else they named in their feedback, then what you named yourself, then the words of the rejection. That somebody else was better, or that it did not fit, counts only where nothing else is named. What you corrected counts as you corrected it.
        </Text>
        <StackedBar
          parts={controlParts(perspective)}
          subject="Rejections by how far their main cause was in your hands"
          one="rejection"
          table={controlTable(perspective)}
        />
      </div>
      {causes.length > 0 && (
        <div>
          <Title order={3}>What they came down to</Title>
          <List spacing={4} mt="xs">
            {causes.map(({ theme, control, rejections: n }) => (
              <List.Item key={`${theme} ${control}`}>
                {THEMES[theme]}{' '}
                <Text span size="sm" c="dimmed" className="numbers">
                  {CONTROLS[control].toLowerCase()}, {n} of {rejections}
                </Text>
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </>
  );
}
