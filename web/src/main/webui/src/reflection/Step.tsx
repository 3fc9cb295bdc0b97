import type { StepProps } from './Editor';
import { InWords } from './InWords';
import { StageOrder } from './StageOrder';
import { TakeAway } from './TakeAway';
import { TheJob } from './TheJob';

/** One of the steps. */
export function Step({ step, ...props }: StepProps & { step: number }) {
  switch (step) {
    case 1:
      return <StageOrder {...props} />;
    case 2:
      return <InWords {...props} />;
    case 3:
      return <TheJob {...props} />;
    default:
      return <TakeAway {...props} />;
  }
}
