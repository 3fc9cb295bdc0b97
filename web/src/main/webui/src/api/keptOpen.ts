/** After how long a stream that was refused is asked for again, and over how long those who were refused together spread. */
export const AGAIN_MS = 30_000;
export const SPREAD_MS = 10_000;

interface Options {
  address: string;
  /** Given every stream that is opened, to listen to. */
  listen: (stream: EventSource) => void;
  /** There is another in its place; what happened meanwhile was not heard. The browser's own reconnecting misses nothing. */
  reopened: () => void;
}

/**
 * Keeps a stream of events open for as long as the page is seen. The browser goes on by itself where a connection breaks,
 * and gives up for good where the answer is a refusal: while the service is away, or when the session has ended.
 *
 * @returns ends it
 */
export function keptOpen({ address, listen, reopened }: Options): () => void {
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before = false;

  function open() {
    if (document.hidden || (stream !== undefined && stream.readyState !== EventSource.CLOSED)) {
      return;
    }
    clearTimeout(timer);
    const opened = new EventSource(address);
    stream = opened;
    if (before) {
      opened.addEventListener('open', reopened, { once: true });
    }
    before = true;
    opened.addEventListener('error', () => {
      if (opened === stream && opened.readyState === EventSource.CLOSED) {
        clearTimeout(timer);
        timer = setTimeout(open, AGAIN_MS + Math.random() * SPREAD_MS);
      }
    });
    listen(opened);
  }

  function close() {
    clearTimeout(timer);
    stream?.close();
    stream = undefined;
  }

  const seen = () => (document.hidden ? close() : open());
  const session = new BroadcastChannel('rebound-session');
  session.onmessage = open;
  window.addEventListener('online', open);
  document.addEventListener('visibilitychange', seen);
  open();

  return () => {
    session.close();
    window.removeEventListener('online', open);
    document.removeEventListener('visibilitychange', seen);
    close();
  };
}
