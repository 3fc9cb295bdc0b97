import { useEffect } from 'react';

/** Where the window ends up in which somebody has signed in again: tells the page behind it, and closes. */
export function SignedIn() {
  useEffect(() => {
    const channel = new BroadcastChannel('rebound-session');
    channel.postMessage('signed in');
    channel.close();
    window.close();
  }, []);
  return <p>You are signed in again. You can close this window.</p>;
}
