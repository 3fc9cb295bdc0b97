import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Applications } from '../api/reads';
import { Section } from '../parts/Section';
import { choices, CONTROLS, ENERGIES, STAGES, THEMES } from '../words/codes';
import { USUAL } from './reasons';
import { draftOf } from './reflectionDraft';

interface Props {
  content: Applications['ReflectionForm'];
  /** Goes back to the steps. */
  revise: () => void;
}

/** A reflection that is complete, to be read; only what was said is there. */
export function Completed({ content, revise }: Props) {
  const { stages, causes, dayToDay, energies, lessons } = draftOf({ ...content, stages: content.stages ?? [] }, []);
  return (
    <>
      <Group gap="sm">
        <Button component={Link} to="/insights">
          See what it changed
        </Button>
        <Button variant="default" onClick={revise}>
          Change it
        </Button>
      </Group>
      {lessons !== '' && (
        <Section title="What you take from it">
          <blockquote className="said" dir="auto">{lessons}</blockquote>
        </Section>
      )}
      {causes.length > 0 && (
        <Section title="What decided it, as you see it">
          <List spacing="xs">
            {causes.map(({ theme, control, note }) => (
              <List.Item key={theme}>
                {THEMES[theme]}, {CONTROLS[control ?? USUAL[theme]].toLowerCase()}
                {note !== '' && <blockquote className="said" dir="auto">{note}</blockquote>}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
      {stages.length > 0 && (
        <Section title="The stages" note={stages.length > 1 ? 'the best first' : undefined}>
          <Stack gap="md">
            {stages.map(({ kind, rating, wentWell, toImprove }) => (
              <div key={kind}>
                <Title order={3}>
                  {STAGES[kind]}
                  {rating !== undefined && (
                    <Text span c="dimmed" fw={400} className="numbers">
                      , {rating} of 5
                    </Text>
                  )}
                </Title>
                <Note name="What went well" text={wentWell} />
                <Note name="What to improve" text={toImprove} />
              </div>
            ))}
          </Stack>
        </Section>
      )}
      {(dayToDay !== undefined || Object.keys(energies).length > 0) && (
        <Section title="The job">
          <Stack gap="md">
            {dayToDay !== undefined && <Text>Picturing the days: {dayToDay} of 5.</Text>}
            {choices(ENERGIES)
              .map(({ value, label }) => ({ label, texts: Object.keys(energies).filter((text) => energies[text] === value) }))
              .filter(({ texts }) => texts.length > 0)
              .map(({ label, texts }) => (
                <div key={label}>
                  <Title order={3} mb={4}>
                    {label}
                  </Title>
                  <List spacing={4}>
                    {texts.map((text) => (
                      <List.Item key={text} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                        {text}
                      </List.Item>
                    ))}
                  </List>
                </div>
              ))}
          </Stack>
        </Section>
      )}
    </>
  );
}

function Note({ name, text }: { name: string; text: string }) {
  return text === '' ? null : (
    <div>
      <Text size="sm" c="dimmed" mt={4}>
        {name}
      </Text>
      <Text dir="auto" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Text>
    </div>
  );
}
