import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { reads } from '../api/reads';
import { Empty } from '../parts/Empty';
import { later, nearing } from '../parts/later';
import { Loaded } from '../parts/Loaded';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { said, type Profile } from './profile';
import classes from './search.module.css';

const profileForm = later(() => import('./ProfileForm').then((file) => file.ProfileForm));

/** What is looked for: to be read, and changed by hand. */
export function ProfileSection() {
  const profile = useQuery(reads.profile());
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const edited = useRef(false);

  // Whoever closes the form goes on at the button that opened it.
  useEffect(() => {
    if (!editing && edited.current) {
      button.current?.focus();
    }
    edited.current = editing;
  }, [editing]);

  return (
    <Section
      title="What you look for"
      actions={
        !editing &&
        profile.data !== undefined && (
          <Button ref={button} variant="default" className={classes.touch} onClick={() => setEditing(true)} {...nearing(profileForm)}>
            Change it
          </Button>
        )
      }
    >
      <Waiting for={profile} lines={5}>
        {(known) => editing ? (
            <Loaded code={profileForm} given={{ profile: known, close: () => setEditing(false) }} leave={() => setEditing(false)} />
          ) : (
            <Facts profile={known} />
          )}
      </Waiting>
    </Section>
  );
}

function Facts({ profile }: { profile: Profile }) {
  const facts = said(profile);
  return facts.length === 0 ? (
    <Empty>Nothing is said yet, so every job fits. Say it yourself, or accept what is suggested from your own history.</Empty>
  ) : (
    <dl className={classes.facts}>
      {facts.map(({ field, name, values }) => (
        <div key={field} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{values.join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}
