import { Button, Group, Text, Title } from '@mantine/core';
import { useRef } from 'react';
import type { Insights } from '../api/reads';
import { useFocusAfter } from '../parts/useFocusAfter';
import { Differences } from './Differences';
import { changed, type Profile } from './profile';
import { refinementInWords } from './refinementWords';
import classes from './search.module.css';
import { useProfilePut } from './useProfilePut';

interface Props {
  refinement: Insights['Refinement'];
  profile: Profile | undefined;
}

/** A change that was decided on; what is not in the profile, or no longer, can still be put there. */
export function DecidedItem({ refinement, profile }: Props) {
  const { changes } = refinement;
  return (
    <li className={classes.item} data-row tabIndex={-1}>
      <Title order={3} fz="md">
        {refinementInWords(refinement)}
      </Title>
      <Text size="sm" c="dimmed">
        {decisionInWords(refinement)}
      </Text>
      {changes.length > 0 && (
        <>
          <Differences changes={changes} />
          {profile !== undefined && <UseIt profile={profile} changes={changes} />}
        </>
      )}
    </li>
  );
}

function UseIt({ profile, changes }: { profile: Profile; changes: Insights['Refinement']['changes'] }) {
  const put = useProfilePut();
  const button = useRef<HTMLButtonElement>(null);
  const used = useRef(false);
  useFocusAfter(button, used);
  return (
    <Group gap="xs" mt="xs">
      <Button
        ref={button}
        variant="default"
        className={classes.touch}
        loading={put.isPending}
        onClick={() => {
          used.current = true;
          put.mutate({ former: profile, profile: changed(profile, changes) }, { onError: () => (used.current = false) });
        }}
      >
        Use it after all
      </Button>
      {put.isError && (
        <Text size="sm" c="red" role="alert">
          {put.error.message}
        </Text>
      )}
    </Group>
  );
}

function decisionInWords({ status, changes }: Insights['Refinement']): string {
  if (status === 'ACCEPTED') {
    return changes.length === 0 ? 'Accepted.' : 'Accepted, and not in your search as it is now.';
  }
  return changes.length === 0 ? 'Dismissed. Your search says it by now.' : 'Dismissed.';
}
