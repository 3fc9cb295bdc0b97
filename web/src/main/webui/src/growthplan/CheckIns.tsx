import { List, Text, Title } from '@mantine/core';
import type { Insights } from '../api/reads';
import { day } from '../parts/dates';
import { Fold } from '../parts/Fold';
import classes from './growthplan.module.css';

type CheckIn = Insights['CheckIn'];

/** How it went so far, the latest first. */
export function CheckIns({ checkIns }: { checkIns: readonly CheckIn[] }) {
  const [latest, ...earlier] = [...checkIns].reverse();
  if (latest === undefined) {
    return null;
  }
  return (
    <div>
      <Title order={4} fz="sm" className={classes.part}>
        How it is going
      </Title>
      <Noted checkIn={latest} />
      {earlier.length > 0 && (
        <Fold summary="Earlier" count={earlier.length}>
          <List listStyleType="none" spacing="sm" p={0}>
            {earlier.map((one, i) => (
              <List.Item key={i}>
                <Noted checkIn={one} />
              </List.Item>
            ))}
          </List>
        </Fold>
      )}
    </div>
  );
}

function Noted({ checkIn: { on, note, progress } }: { checkIn: CheckIn }) {
  return (
    <>
      <Text size="sm" c="dimmed" className="numbers">
        {day(on)}
        {progress !== undefined && `, ${progress}% by your own feeling`}
      </Text>
      {note !== undefined && <Text className={classes.note} dir="auto">{note}</Text>}
    </>
  );
}
