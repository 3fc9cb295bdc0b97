import { board } from '../app/page';
import { Page } from '../parts/Page';
import { Deliveries } from './Deliveries';
import { Quality } from './Quality';
import { Subscriptions } from './Subscriptions';

/** What a board's administrator sets up and looks after. */
export function Component() {
  return (
    <Page title="Board" lead={`What ${board} is told of, what was sent, and how its recruiters answer.`}>
      <Subscriptions />
      <Deliveries />
      <Quality />
    </Page>
  );
}
