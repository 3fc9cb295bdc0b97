import { Page } from '../parts/Page';
import { BlindSpots } from './BlindSpots';
import { Funnel } from './Funnel';
import { Perspective } from './Perspective';
import { LeftOut } from './LeftOut';
import { Strengths, Weaknesses } from './Threads';

/** What all that was said adds up to, each figure with what it rests on. */
export function Component() {
  return (
    <Page title="Insights" lead="What was said, by whom, and how often. Open a line to see the words it rests on, and correct how they were read.">
      <Weaknesses />
      <Strengths />
      <BlindSpots />
      <Perspective />
      <Funnel />
      <LeftOut />
    </Page>
  );
}
