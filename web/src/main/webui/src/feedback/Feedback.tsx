import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { reads } from '../api/reads';
import { Dialogue } from '../parts/Dialogue';
import { Page } from '../parts/Page';
import { isOpen } from '../words/requests';
import { AskForm } from './AskForm';
import { GivenFeedback } from './GivenFeedback';
import { Received } from './Received';
import { Requests } from './Requests';

/** Feedback: what has come in and what was read out of it, who is being asked, and the ways to get more. */
export function Component() {
  const [address, setAddress] = useSearchParams();
  const show = address.get('show') === 'requests' ? 'requests' : 'received';
  const asking = address.get('ask');
  const waiting = useQuery(reads.requests()).data?.items.filter(isOpen).length ?? 0;

  function go(change: Record<string, string>, replace = false) {
    setAddress({ show, ...change }, { replace });
  }

  return (
    <Page
      title="Feedback"
      lead="What people said, with what was read out of it. You have the last word on how it is read."
      actions={
        <>
          <Button variant="default" onClick={() => go({ ask: '' })}>
            Ask somebody
          </Button>
          <Button onClick={() => go({ add: '' })}>Add feedback</Button>
        </>
      }
    >
      <Tabs value={show} onChange={(chosen) => go({ show: chosen ?? 'received' }, true)} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="received">Received</Tabs.Tab>
          <Tabs.Tab value="requests">Requests{waiting > 0 && ` (${waiting} open)`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="received">
          <Received add={() => go({ add: '' })} />
        </Tabs.Panel>
        <Tabs.Panel value="requests">
          <Requests ask={(applicationId) => go({ ask: applicationId })} />
        </Tabs.Panel>
      </Tabs>
      <Dialogue opened={asking !== null} onClose={() => go({}, true)} title="Ask somebody for feedback" size="lg">
        <AskForm applicationId={asking ?? ''} close={() => go({}, true)} onAsked={() => go({ show: 'requests' }, true)} />
      </Dialogue>
      <Dialogue opened={address.has('add')} onClose={() => go({}, true)} title="Add feedback from elsewhere" size="xl">
        <GivenFeedback close={() => go({}, true)} />
      </Dialogue>
    </Page>
  );
}
