import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { reads } from '../api/reads';
import { IntervalDots } from '../charts/IntervalDots';
import { counted } from '../charts/numbers';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { funnelRows, funnelTable } from './funnelRows';

/** Where applications end, stage by stage. */
export function Funnel() {
  const query = useQuery(reads.funnel());
  const applications = query.data?.[0]?.reached ?? 0;
  return (
    <Section title="Where applications end" note={applications > 1 ? `of ${counted(applications, 'application')}` : undefined}>
      <Waiting for={query} lines={6}>
        {(stages) =>
          applications < 2 ? (
            <Empty>
              Not enough yet: this counts applications from two on, and there {applications === 1 ? 'is one' : 'are none'} so far. Note the stages
              that you reach; they make the difference here.
            </Empty>
          ) : (
            <>
              <Text size="sm" c="dimmed" mb="md">
                How many of those that were decided went on from each stage. What is open or was withdrawn counts for neither.
              </Text>
              <IntervalDots rows={funnelRows(stages)} subject="The share of applications that went on from each stage" table={funnelTable(stages)} />
            </>
          )
        }
      </Waiting>
    </Section>
  );
}
