import { Title } from '@mantine/core';
import classes from './growthplan.module.css';

/** Lines that are there to be read. */
export function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) {
    return null;
  }
  return (
    <div>
      <Title order={4} fz="sm" className={classes.part}>
        {title}
      </Title>
      <ul className={classes.points}>
        {points.map((point, i) => (
          <li key={i} dir="auto">
            {point}
          </li>
        ))}
      </ul>
    </div>
  );
}
