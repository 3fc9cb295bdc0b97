import { Anchor, Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Problem } from '../api/problem';
import { reads, type Insights } from '../api/reads';
import { nameOf } from '../applications/naming';
import { Empty } from '../parts/Empty';
import { Page } from '../parts/Page';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { Checks } from './Checks';
import { LeanOn } from './LeanOn';
import { Lessons } from './Lessons';
import { Practise } from './Practise';
import { stagesInWords } from './preparationWords';

/** A space that keeps the line, so that nothing jumps when the name is there. */
const NOT_YET = '\u00a0';

/** What to prepare for one open application, on the screen or on paper. */
export function Component() {
  const { id = '' } = useParams();
  const brief = useQuery(reads.preparation(id));
  const none = brief.data === undefined && brief.error instanceof Problem && [404, 409].includes(brief.error.status) ? brief.error : undefined;

  return (
    <Page
      title="Preparation"
      lead={brief.data === undefined ? NOT_YET : nameOf(brief.data.application)}
      actions={
        <>
          <Button component={Link} to={`/applications/${id}`} variant="default" className="screen-only">
            The application
          </Button>
          <Button
            leftSection={<IconPrinter size={18} aria-hidden />}
            disabled={brief.data === undefined}
            className="screen-only"
            onClick={() => window.print()}
          >
            Print
          </Button>
        </>
      }
    >
      {none === undefined ? (
        <Waiting for={brief} lines={12}>
          {(known) => <Brief brief={known} />}
        </Waiting>
      ) : (
        <None closed={none.status === 409} />
      )}
    </Page>
  );
}

function None({ closed }: { closed: boolean }) {
  return (
    <Empty
      action={
        <Anchor component={Link} to="/applications">
          All applications
        </Anchor>
      }
    >
      {closed
        ? 'This application is closed, so there is nothing to prepare for. What there is to work on stays in your growth plan.'
        : 'There is no such application. If you have just recorded it, look again in a moment.'}
    </Empty>
  );
}

function Brief({ brief }: { brief: Insights['Preparation'] }) {
  return (
    <>
      <Ahead brief={brief} />
      <Practise brief={brief} />
      <LeanOn brief={brief} />
      <Checks checks={brief.check} />
      <Lessons lessons={brief.lessons} />
    </>
  );
}

function Ahead({ brief: { contexts, stages, status } }: { brief: Insights['Preparation'] }) {
  const [now, ...next] = stages;
  return (
    <Section title="What is ahead">
      <Text>
        {now !== undefined && `Next, or where it stands: ${stagesInWords([now])}. `}
        {next.length > 0 && `After it, as planned or as is usual, not all of them everywhere: ${stagesInWords(next)}.`}
      </Text>
      <Text c="dimmed" mt={4}>
        {status === 'NOT_ENOUGH_YET'
          ? `Not enough yet for patterns: this rests on ${contexts === 0 ? 'nothing that was said so far' : 'one application or piece of feedback'}.`
          : `What follows rests on ${contexts} applications and pieces of feedback.`}
      </Text>
    </Section>
  );
}
