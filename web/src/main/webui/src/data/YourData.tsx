import { Page } from '../parts/Page';
import { Consents } from './Consents';
import { HeldSection } from './HeldSection';

/** What is held of the candidate, and who may do what with it. */
export function Component() {
  return (
    <Page title="Your data" lead="It is yours. This is what is held, and what others may do with it.">
      <Consents />
      <HeldSection />
    </Page>
  );
}
