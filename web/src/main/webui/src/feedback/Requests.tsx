import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { reads } from '../api/reads';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { isOpen } from '../words/requests';
import classes from './feedback.module.css';
import { RequestRow } from './RequestRow';

interface Props {
  /** Asks about an application, or about one that is yet to be chosen. */
  ask: (applicationId: string) => void;
}

/** Who is being asked, and who was. */
export function Requests({ ask }: Props) {
  const applications = useQuery(reads.applications('REJECTED'));
  const rejected = new Set(applications.data?.items.map(({ id }) => id));
  return (
    <Waiting for={useQuery(reads.requests())} lines={8}>
      {({ items, next }) => {
        const open = items.filter(isOpen);
        const closed = items.filter((one) => !isOpen(one));
        return (
          <Stack gap="md">
            <Section title="Open" note={open.length === 0 ? undefined : String(open.length)}>
              {open.length === 0 ? (
                <Empty
                  action={
                    <Button variant="default" onClick={() => ask('')}>
                      Ask somebody
                    </Button>
                  }
                >
                  Nobody is being asked at the moment. A rejection with a recruiter&apos;s address asks by itself; about any other you can ask here.
                </Empty>
              ) : (
                <ul className={classes.rows}>
                  {open.map((one) => (
                    <RequestRow key={one.id} request={one} askable={rejected.has(one.applicationId)} ask={ask} />
                  ))}
                </ul>
              )}
            </Section>
            {closed.length > 0 && (
              <Section title="Closed" note={String(closed.length)}>
                <ul className={classes.rows}>
                  {closed.map((one) => (
                    <RequestRow key={one.id} request={one} askable={rejected.has(one.applicationId)} ask={ask} />
                  ))}
                </ul>
              </Section>
            )}
            {next != null && (
              <Text size="sm" c="dimmed" ta="center">
                Older requests are with their applications.
              </Text>
            )}
          </Stack>
        );
      }}
    </Waiting>
  );
}
