import { Text, Title } from '@mantine/core';
import type { Insights } from '../api/reads';
import { day } from '../parts/dates';
import { effectInWords, figure } from './effect';
import classes from './growthplan.module.css';

/** Whether it worked: how often the theme came up before and since, as far as that can be said. */
export function EffectShown({ effect, adoptedOn }: { effect: Insights['Effect']; adoptedOn: string | undefined }) {
  return (
    <div>
      <Title order={4} fz="sm" className={classes.part}>
        Did it work
      </Title>
      <Text>{effectInWords(effect)}</Text>
      <Text component="dl" size="sm" mt={4} className={classes.figures}>
        <dt>{adoptedOn === undefined ? 'Before' : `Up to ${day(adoptedOn)}`}</dt>
        <dd>{figure(effect.before)}</dd>
        <dt>Since</dt>
        <dd>{figure(effect.after)}</dd>
      </Text>
      <Text size="sm" c="dimmed">
        Counted in applications and pieces of feedback in which anything was said, by the day of the stage it is about, else of the last one; feedback without an application by its own day.
      </Text>
    </div>
  );
}
