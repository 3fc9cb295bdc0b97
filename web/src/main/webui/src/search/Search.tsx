import { Page } from '../parts/Page';
import { Export } from './Export';
import { Matches } from './Matches';
import { ProfileSection } from './ProfileSection';
import { Suggestions } from './Suggestions';

/** What to look for, how that could become more specific, and where to take it. */
export function Component() {
  return (
    <Page title="Search" lead="What you look for, as your own history sharpens it. Nothing changes unless you say so.">
      <Suggestions />
      <ProfileSection />
      <Export />
      <Matches />
    </Page>
  );
}
