import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Insights } from '../api/reads';
import { placeOf } from '../growthplan/useArrival';
import { Empty } from '../parts/Empty';
import { Section } from '../parts/Section';
import { THEMES } from '../words/codes';
import classes from './preparation.module.css';
import { saidInWords, stagesInWords } from './preparationWords';
import { Words } from './Words';

type Weakness = Insights['Weakness'];

/** What was criticised before and the stages ahead will test, with what can be done about it. */
export function Practise({ brief: { practise, contexts } }: { brief: Insights['Preparation'] }) {
  return (
    <Section title="Practise" note="what these stages test">
      {practise.length === 0 ? (
        <Empty>
          {contexts === 0
            ? 'Nothing was said in your applications or feedback so far, so there is nothing to practise from them yet.'
            : 'Nothing that was said so far is usually tested in the stages ahead.'}
        </Empty>
      ) : (
        <ol className={classes.items}>
          {practise.map((one) => (
            <Item key={one.theme} weakness={one} of={contexts} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Item({ weakness, of }: { weakness: Weakness; of: number }) {
  const { theme, testedIn, said, goalId, aim, focalPoints, actions, status } = weakness;
  return (
    <li className={classes.item}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={3}>{THEMES[theme]}</Title>
        {goalId !== undefined ? (
          <Anchor component={Link} to={`/growth-plan#${placeOf(goalId)}`} size="sm">
            Your goal
          </Anchor>
        ) : (
          status === 'RECURRING' && (
            <Anchor component={Link} to="/growth-plan" size="sm" className="screen-only">
              Make it a goal
            </Anchor>
          )
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        Likely tested in: {stagesInWords(testedIn)}. {saidInWords(weakness, of)}
      </Text>
      <Stack gap="sm">
        <Words said={said} />
        {aim !== '' && <Text fw={500}>{aim}</Text>}
        {focalPoints.length > 0 && (
          <ul className={classes.points}>
            {focalPoints.map((point, i) => (
              <li key={i}>{point}</li>
            ))}
          </ul>
        )}
        {actions.length > 0 && (
          <div>
            <Title order={4} fz="sm">
              {goalId === undefined ? 'What to do' : 'Left to do'}
            </Title>
            <ul className={classes.toDo}>
              {actions.map((action, i) => (
                <li key={i}>{action}</li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </li>
  );
}
