import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { STEPS } from './reflectionDraft';
import classes from './reflection.module.css';

interface Props {
  /** The one that is shown, from 1 on. */
  step: number;
  goTo: (step: number) => void;
  filled: (step: number) => boolean;
  wrong: (step: number) => boolean;
}

/** The steps, which of them have something in them, and the way to each. */
export function Steps({ step, goTo, filled, wrong }: Props) {
  return (
    <nav aria-label="Steps of the reflection">
      <ol className={classes.steps}>
        {STEPS.map((name, i) => {
          const one = i + 1;
          return (
            <li key={name}>
              <UnstyledButton className={classes.step} aria-current={one === step ? 'step' : undefined} onClick={() => goTo(one)}>
                <span className={classes.mark} aria-hidden="true">
                  {wrong(one) ? <IconAlertCircle size={16} /> : filled(one) ? <IconCheck size={16} /> : one}
                </span>
                <span>
                  <VisuallyHidden>Step {one}: </VisuallyHidden>
                  {name}
                  <VisuallyHidden>{wrong(one) ? ', something is missing' : filled(one) ? ', filled in' : ', empty'}</VisuallyHidden>
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
