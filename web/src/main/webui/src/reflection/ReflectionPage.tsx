import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { reads } from '../api/reads';
import { nameOf } from '../applications/naming';
import { Page } from '../parts/Page';
import { Waiting } from '../parts/Waiting';
import { Completed } from './Completed';
import { Editor } from './Editor';

/** Looking back on one application: four short steps, or what came of them. */
export function Component() {
  const { id = '' } = useParams();
  const application = useQuery(reads.application(id));
  const reflection = useQuery(reads.reflection(id));
  const [revising, setRevising] = useState(false);
  const [loads, setLoads] = useState(0);
  const name = application.data === undefined ? '' : `: ${nameOf(application.data.posting)}`;

  function toTitle() {
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus();
  }

  return (
    <Page
      title={`Looking back${name}`}
      lead={
        reflection.data?.status === 'COMPLETED' && !revising
          ? 'What you made of it. It counts in what recurs, what is in your hands, and what you look for next.'
          : 'Four short steps, in any order. Leave out what says nothing to you.'
      }
      actions={
        <Button component={Link} to={`/applications/${id}`} variant="default">
          Back to the application
        </Button>
      }
    >
      <Waiting for={application} lines={8}>
        {(found) => (
          <Waiting for={reflection} lines={8}>
            {(view) =>
              view.status === 'COMPLETED' && !revising ? (
                <Completed
                  content={view.content ?? {}}
                  revise={() => {
                    setRevising(true);
                    toTitle();
                  }}
                />
              ) : (
                <Editor
                  key={`${id}-${loads}`}
                  application={found}
                  view={view}
                  completed={() => {
                    setRevising(false);
                    toTitle();
                  }}
                  reload={() => {
                    setLoads(loads + 1);
                    toTitle();
                  }}
                />
              )
            }
          </Waiting>
        )}
      </Waiting>
    </Page>
  );
}
