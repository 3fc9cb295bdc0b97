import { useEffect } from 'react';
import { subject } from './page';

/** Where the window ends up in which somebody has signed in again: tells the page behind it who it was, and closes. */
export function SignedIn() {
  useEffect(() => {
    const channel = new BroadcastChannel('rebound-session');
    channel.postMessage(subject);
    channel.close();
    window.close();
  }, []);
  return <p>You are signed in again. You can close this window.</p>;
}
