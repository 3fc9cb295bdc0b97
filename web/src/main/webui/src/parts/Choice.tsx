import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { choices } from '../words/codes';

interface Props<Code extends string> extends Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> {
  /** The codes there are, each with its words. */
  words: Record<Code, string>;
  /** What is said where none is chosen. */
  none: string;
  value: Code | '';
  onChange: (value: Code | '') => void;
}

/** One code of a list, or none. */
export function Choice<Code extends string>({ words, none, value, onChange, ...others }: Props<Code>) {
  return (
    <NativeSelect
      {...others}
      data={[{ value: '', label: none }, ...choices(words)]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Code | '')}
    />
  );
}
