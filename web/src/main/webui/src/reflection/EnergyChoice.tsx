import { useId } from 'react';
import { choices, ENERGIES, type EnergyCode } from '../words/codes';
import classes from './reflection.module.css';
import { Wrong } from './Wrong';

interface Props {
  /** The part of the job. */
  text: string;
  value: EnergyCode | undefined;
  choose: (energy: EnergyCode | undefined) => void;
  error: string | undefined;
}

/** What a part of the job does to one's energy; another click on the chosen level takes it back. */
export function EnergyChoice({ text, value, choose, error }: Props) {
  const name = useId();
  return (
    <fieldset className={classes.energy} data-wrong={error === undefined ? undefined : true}>
      <legend dir="auto">{text}</legend>
      <div className={classes.levels}>
        {choices(ENERGIES).map((level) => (
          <label key={level.value} className={classes.level}>
            <input
              type="radio"
              name={name}
              checked={value === level.value}
              onChange={() => choose(level.value)}
              onClick={() => value === level.value && choose(undefined)}
            />
            <span>{level.label}</span>
          </label>
        ))}
      </div>
      <Wrong>{error}</Wrong>
    </fieldset>
  );
}
