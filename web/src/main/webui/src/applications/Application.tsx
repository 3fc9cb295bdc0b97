import { Button, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { reads, type Applications } from '../api/reads';
import { day } from '../parts/dates';
import { Page } from '../parts/Page';
import { Waiting } from '../parts/Waiting';
import { WORKPLACES } from '../words/codes';
import { Deeds } from './Deeds';
import { FeedbackReceived } from './FeedbackReceived';
import { History } from './History';
import { nameOf } from './naming';
import { RejectionMessage } from './RejectionMessage';
import { Requests } from './Requests';
import { Stages } from './Stages';
import { StatusBadge } from './StatusBadge';
import { TheJob } from './TheJob';

type Application = Applications['ApplicationView'];

/** One application: where it stands, what happened, what was said. */
export function Component() {
  const { id = '' } = useParams();
  const application = useQuery(reads.application(id));
  const { data } = application;
  return (
    <Page
      title={data === undefined ? 'Application' : nameOf(data.posting)}
      lead={data && <Lead application={data} />}
      actions={data && <NextPage application={data} />}
    >
      <Waiting for={application} lines={10}>
        {(found) => <Parts key={id} application={found} />}
      </Waiting>
    </Page>
  );
}

function Lead({ application: { status, posting, appliedOn } }: { application: Application }) {
  const where = [posting.location, posting.workplace && WORKPLACES[posting.workplace].toLowerCase()].filter(Boolean).join(', ');
  return (
    <>
      <StatusBadge status={status} /> Applied {day(appliedOn)}
      {where !== '' && `. ${where}`}
    </>
  );
}

/** Where the work goes on: the preparation while it is open, the reflection afterwards. */
function NextPage({ application: { id, status } }: { application: Application }) {
  const reflection = useQuery(reads.reflection(id));
  const open = status === 'ACTIVE' || status === 'OFFERED';
  const words = { NOT_STARTED: 'Look back on it', DRAFT: 'Go on looking back', COMPLETED: 'Your reflection' };
  return (
    <>
      {open && (
        <Button component={Link} to={`/applications/${id}/preparation`}>
          Prepare for what comes
        </Button>
      )}
      <Button
        component={Link}
        to={`/applications/${id}/reflection`}
        variant={open || reflection.data?.status === 'COMPLETED' ? 'default' : 'filled'}
      >
        {words[reflection.data?.status ?? 'NOT_STARTED']}
      </Button>
    </>
  );
}

function Parts({ application }: { application: Application }) {
  const { id, status, rejection } = application;
  const rejected = status === 'REJECTED';
  return (
    <>
      <Deeds application={application} />
      {rejection !== undefined && <RejectionMessage rejection={rejection} />}
      <FeedbackReceived applicationId={id} rejected={rejected} />
      <Requests applicationId={id} rejected={rejected} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Stages application={application} />
        <History application={application} />
      </SimpleGrid>
      <TheJob application={application} />
    </>
  );
}
