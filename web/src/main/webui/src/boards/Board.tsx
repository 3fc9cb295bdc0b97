import { board } from '../app/page';
import { Page } from '../parts/Page';
import { Deliveries } from './Deliveries';
import { Names } from './Names';
import { Quality } from './Quality';
import { Subscriptions } from './Subscriptions';
import { Vendors } from './Vendors';

/** What a board's administrator sets up and looks after. */
export function Component() {
  return (
    <Page title="Board" lead={`What ${board} reports and is told of, what was sent, and how its recruiters answer.`}>
      <Vendors />
      <Names />
      <Subscriptions />
      <Deliveries />
      <Quality />
    </Page>
  );
}
