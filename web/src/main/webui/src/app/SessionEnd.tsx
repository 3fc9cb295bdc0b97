import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { sessionEnded, type Waiting } from '../api/session';
import { Dialogue } from '../parts/Dialogue';
import { reload, subject } from './page';

/**
 * Asks to sign in again when the session has ended, in a window of its own, so that what was typed stays where it is;
 * what was asked for meanwhile is then asked again. Where somebody else signs in, the page becomes theirs, and nothing is
 * asked in their name.
 */
export function SessionEnd() {
  const [waiting, setWaiting] = useState<Waiting[]>([]);

  useEffect(() => sessionEnded.listen((one) => setWaiting((all) => [...all, one])), []);

  useEffect(() => {
    if (waiting.length === 0) {
      return;
    }
    const back = new BroadcastChannel('rebound-session');
    back.onmessage = ({ data }: MessageEvent<string>) => {
      setWaiting([]);
      if (data !== subject) {
        reload();
        return;
      }
      waiting.forEach((one) => one.again());
    };
    return () => back.close();
  }, [waiting]);

  function giveUp() {
    setWaiting([]);
    waiting.forEach((one) => one.giveUp());
  }

  return (
    <Dialogue opened={waiting.length > 0} onClose={giveUp} title="Your session has ended" closeOnClickOutside={false}>
      <Text>What you typed is still here. Sign in again in the window that opens; then this page goes on where it was.</Text>
      <Group mt="lg">
        <Button onClick={() => window.open('/signed-in', 'rebound-login', 'width=520,height=680')}>Sign in again</Button>
        <Button variant="subtle" onClick={giveUp}>
          Not now
        </Button>
      </Group>
    </Dialogue>
  );
}
