import { Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { reads, type Applications } from '../api/reads';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { boardsOf, withConsent } from './boards';
import classes from './data.module.css';
import { useConsents } from './useConsents';

/** What the job boards may do with one's search. */
export function Consents() {
  const consents = useQuery(reads.consents());
  const applications = useQuery(reads.applications());
  return (
    <Section title="What job boards may do">
      <Waiting for={consents} lines={4}>
        {(known) => (
          <Waiting for={applications} lines={4}>
            {({ items }) => <Switches consents={known} boards={boardsOf(known, items)} />}
          </Waiting>
        )}
      </Waiting>
    </Section>
  );
}

function Switches({ consents, boards }: { consents: Applications['ConsentsDocument']; boards: readonly string[] }) {
  const change = useConsents();
  if (boards.length === 0) {
    return <Empty>No board has reported anything about your applications, so there is nothing to allow. One that does shows here.</Empty>;
  }
  const shown = change.isPending ? withConsent(consents, change.variables.board, change.variables.shareSearch) : consents;
  return (
    <Stack gap="md">
      <Text maw={640}>
        A board may only use your search if you allow it here, and no longer than you do. It is then told which of its own postings would stay and why, and
        when you change your search or take this back. Nothing else: not what feedback says, not your reflections, not your plan.
      </Text>
      {boards.map((board) => {
        const allowed = shown.boards[board]?.shareSearch === true;
        return (
          <Switch
            key={board}
            label={board}
            description={allowed ? `${board} may hold its postings against your search.` : `${board} may not use your search.`}
            checked={allowed}
            aria-busy={change.isPending}
            onChange={(event) => {
              // One at a time: the service takes all of them as a whole.
              if (!change.isPending) {
                change.mutate({ board, shareSearch: event.currentTarget.checked });
              }
            }}
            classNames={{ root: classes.switch }}
          />
        );
      })}
      {change.isError && (
        <Text size="sm" c="red" role="alert">
          {change.error.message} Nothing was changed.
        </Text>
      )}
    </Stack>
  );
}
