import { Fieldset, Group, NativeSelect, TextInput } from '@mantine/core';
import { PERIODS, type PeriodCode } from '../applications/salary';
import { choices } from '../words/codes';
import type { Complaints } from './complaints';

/** Pay as it is being typed. */
export interface PayDraft {
  salaryMin: string;
  salaryMax: string;
  currency: string;
  period: PeriodCode;
}

interface Props {
  legend: string;
  draft: PayDraft;
  change: (changes: Partial<PayDraft>) => void;
  errors: Complaints;
  /** What the service calls the pay. */
  field?: string;
  variant?: 'default' | 'unstyled';
  /** Whether an upper bound may be said as well. */
  withMost?: boolean;
  /** Whether the first field has the focus when it comes. */
  autoFocus?: boolean;
}

/** An amount, or two, in a currency and for a time. */
export function PayFields({ legend, draft, change, errors, field = 'salary', variant = 'default', withMost = false, autoFocus = false }: Props) {
  return (
    <Fieldset legend={legend} variant={variant}>
      <Group align="flex-start" gap="sm">
        <TextInput
          label="From"
          inputMode="decimal"
          autoFocus={autoFocus}
          w={112}
          value={draft.salaryMin}
          onChange={(event) => change({ salaryMin: event.currentTarget.value })}
          error={errors[`${field}.min`] ?? errors[field]}
        />
        {withMost && (
          <TextInput
            label="To"
            inputMode="decimal"
            w={112}
            value={draft.salaryMax}
            onChange={(event) => change({ salaryMax: event.currentTarget.value })}
            error={errors[`${field}.max`]}
          />
        )}
        <TextInput
          label="Currency"
          placeholder="EUR"
          maxLength={3}
          autoCapitalize="characters"
          w={92}
          value={draft.currency}
          onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
          error={errors[`${field}.currency`]}
        />
        <NativeSelect
          label="For"
          data={choices(PERIODS)}
          value={draft.period}
          onChange={(event) => change({ period: event.currentTarget.value as PeriodCode })}
          w={124}
        />
      </Group>
    </Fieldset>
  );
}
