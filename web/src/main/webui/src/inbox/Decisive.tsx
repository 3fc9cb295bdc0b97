import { Chip, Group } from '@mantine/core';
import { Fold } from '../parts/Fold';
import { THEMES, type ThemeCode } from '../words/codes';
import { MOST_DECISIVE, OFFERED } from './answer';

interface Props {
  decisive: ThemeCode[];
  onChange: (decisive: ThemeCode[]) => void;
}

/** What decided it. */
export function Decisive({ decisive, onChange }: Props) {
  return (
    <Fold summary="Name what decided it" count={decisive.length === 0 ? `optional, up to ${MOST_DECISIVE}` : `${decisive.length} of ${MOST_DECISIVE}`}>
      <Chip.Group multiple value={decisive} onChange={(chosen) => onChange(chosen.slice(0, MOST_DECISIVE) as ThemeCode[])}>
        <Group gap="xs" role="group" aria-label={`What decided it, up to ${MOST_DECISIVE}`}>
          {OFFERED.map((theme) => (
            <Chip key={theme} value={theme} disabled={decisive.length >= MOST_DECISIVE && !decisive.includes(theme)}>
              {THEMES[theme]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Fold>
  );
}
