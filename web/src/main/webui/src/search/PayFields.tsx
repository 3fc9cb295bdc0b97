import { Fieldset, Group, NativeSelect, TextInput } from '@mantine/core';
import { PERIODS, type PeriodCode } from '../applications/salary';
import { choices } from '../words/codes';

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
  errors: Record<string, string>;
  /** Whether an upper bound may be said as well. */
  withMost?: boolean;
  /** Whether the first field has the focus when it comes. */
  autoFocus?: boolean;
}

/** An amount, or two, in a currency and for a time. */
export function PayFields({ legend, draft, change, errors, withMost = false, autoFocus = false }: Props) {
  return (
    <Fieldset legend={legend}>
      <Group align="flex-start" gap="sm">
        <TextInput
          label="From"
          inputMode="decimal"
          autoFocus={autoFocus}
          w={112}
          value={draft.salaryMin}
          onChange={(event) => change({ salaryMin: event.currentTarget.value })}
          error={errors['salary.min'] ?? errors['salary']}
        />
        {withMost && (
          <TextInput
            label="To"
            inputMode="decimal"
            w={112}
            value={draft.salaryMax}
            onChange={(event) => change({ salaryMax: event.currentTarget.value })}
            error={errors['salary.max']}
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
          error={errors['salary.currency']}
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
