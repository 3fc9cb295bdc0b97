import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reads, type Applications } from '../api/reads';
import { Empty } from '../parts/Empty';
import { Scale } from '../parts/Scale';
import { Waiting } from '../parts/Waiting';
import type { StepProps } from './Editor';
import { EnergyChoice } from './EnergyChoice';
import { groups, withEnergy } from './jobParts';
import classes from './reflection.module.css';
import { Wrong } from './Wrong';

/** Whether the job itself was the right one: its days, and each of its parts. */
export function TheJob(props: StepProps) {
  const { application, draft, change, errors } = props;
  return (
    <Stack gap="lg">
      <div data-wrong={errors['role.dayToDay'] === undefined ? undefined : true}>
        <Scale label="Could you picture the days?" value={draft.dayToDay} onChange={(dayToDay) => change({ dayToDay })} />
        <Text size="sm" c="dimmed" mt={4}>
          1 = not at all, 5 = as if you were there.
        </Text>
        <Wrong>{errors['role.dayToDay']}</Wrong>
      </div>
      <Waiting for={useQuery(reads.components(application.id))} lines={8}>
        {(components) => <Parts components={components} {...props} />}
      </Waiting>
    </Stack>
  );
}

function Parts({ components, application, draft: { energies }, change, errors }: StepProps & { components: Applications['Component'][] }) {
  const shown = groups(components, energies);
  if (shown.length === 0) {
    return (
      <Empty
        action={
          <Anchor component={Link} to={`/applications/${application.id}?do=correction`}>
            Add the job description
          </Anchor>
        }
      >
        No job description is recorded, so there are no parts to go through. This step can stay empty.
      </Empty>
    );
  }
  const rated = Object.keys(energies);
  return (
    <>
      <Text c="dimmed" maw={640}>
        What would each part of the job do to your energy? Rate those that come to mind; you need not rate all.{' '}
        <span className="numbers">
          {rated.length} of {shown.reduce((n, { texts }) => n + texts.length, 0)} so far.
        </span>
      </Text>
      <div>
        {shown.map(({ name, texts, telling }) => (
          <details key={name} open={telling || shown.every((group) => !group.telling)} className={classes.group}>
            <summary>
              {name}{' '}
              <Text span c="dimmed" fw={400}>
                {texts.length}
              </Text>
            </summary>
            {texts.map((text) => (
              <EnergyChoice
                key={text}
                text={text}
                value={energies[text]}
                choose={(energy) => change({ energies: withEnergy(energies, text, energy) })}
                error={errors[`role.components[${rated.indexOf(text)}].text`] ?? errors[`role.components[${rated.indexOf(text)}].energy`]}
              />
            ))}
          </details>
        ))}
      </div>
    </>
  );
}
