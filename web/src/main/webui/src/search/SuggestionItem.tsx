import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Insights } from '../api/reads';
import { later, nearing } from '../parts/later';
import { Loaded } from '../parts/Loaded';
import { backtestInWords } from './backtest';
import { Differences } from './Differences';
import { DismissalForm } from './DismissalForm';
import { refinementInWords } from './refinementWords';
import classes from './search.module.css';
import { useAcceptance } from './useAcceptance';
import { Why } from './Why';

interface Props {
  refinement: Insights['Refinement'];
  /** It was accepted or dismissed, and goes from this list. */
  decided: () => void;
}

const valueForm = later(() => import('./ValueForm').then((file) => file.ValueForm));

/** A suggested change: what it does, why, what it would have done so far, and the decision. */
export function SuggestionItem({ refinement, decided }: Props) {
  const [open, setOpen] = useState<'value' | 'dismissal'>();
  const former = useRef<'value' | 'dismissal'>(undefined);
  const value = useRef<HTMLButtonElement>(null);
  const dismissal = useRef<HTMLButtonElement>(null);
  const acceptance = useAcceptance(refinement.id, decided);
  const close = () => setOpen(undefined);

  // Whoever closes a form goes on at the button that opened it.
  useEffect(() => {
    if (open === undefined && former.current !== undefined) {
      (former.current === 'value' ? value : dismissal).current?.focus();
    }
    former.current = open;
  }, [open]);

  return (
    <li className={classes.item}>
      <Title order={3}>{refinementInWords(refinement)}</Title>
      <Stack gap="sm" mt={4}>
        <Text>{refinement.reason}</Text>
        <Differences changes={refinement.changes} />
        <Text size="sm">{backtestInWords(refinement.backtest)}</Text>
        <Why refinement={refinement} />
        {open === undefined && (
          <>
            {acceptance.isError && (
              <Text size="sm" c="red" role="alert">
                {acceptance.error.message}
              </Text>
            )}
            <Group gap="xs" role="group" aria-label="Your decision">
              <Button className={classes.touch} loading={acceptance.isPending || acceptance.isSuccess} onClick={() => acceptance.accept()}>
                Accept
              </Button>
              <Button
                ref={value}
                variant="default"
                className={classes.touch}
                disabled={acceptance.isPending}
                onClick={() => setOpen('value')}
                {...nearing(valueForm)}
              >
                Accept with another value
              </Button>
              <Button ref={dismissal} variant="subtle" className={classes.touch} disabled={acceptance.isPending} onClick={() => setOpen('dismissal')}>
                Dismiss
              </Button>
            </Group>
          </>
        )}
        {open === 'value' && <Loaded code={valueForm} given={{ refinement, done: decided, cancel: close }} leave={close} />}
        {open === 'dismissal' && <DismissalForm id={refinement.id} done={decided} cancel={close} />}
      </Stack>
    </li>
  );
}
