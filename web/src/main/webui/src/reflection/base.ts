import { Problem } from '../api/problem';
import type { Applications, Tagged } from '../api/reads';

type Form = Applications['ReflectionForm'];
type View = Tagged<Applications['ReflectionView']>;

/** The reflection was changed by somebody other than this page, in another tab or on another device. */
export class Elsewhere extends Problem {
  constructor(
    /** What is there now. */
    readonly view: View,
  ) {
    super(412, 'This was changed elsewhere.');
  }
}

interface Options {
  /** The state of the reflection that the first change is made to. */
  etag: string | undefined;
  read: () => Promise<View>;
  /** The same text for what says the same. */
  wording: (form: Form | undefined) => string;
  /** Told what the next change is made to, so that it outlives the page. */
  tell: (etag: string | undefined) => void;
  /** Where it is kept what was sent and may have arrived: the page may be loaded anew before the answer comes. */
  unsure?: { read: () => string[] | undefined; write: (sent: string[]) => void; clear: () => void };
}

/** Lets nothing be changed but the state that this page knows, so that it never goes over what was written elsewhere. */
export function createBase({ etag, read, wording, tell, unsure: stored }: Options) {
  let base = etag;
  // What was sent and may have arrived, though no answer came.
  const unsure = new Set<string>(stored?.read());

  function sure() {
    unsure.clear();
    stored?.clear();
  }

  function take(now: string | undefined) {
    base = now;
    sure();
    tell(now);
  }

  return {
    take,

    /** What the next change is made to. */
    current: () => base,

    /** Makes the change; an `Elsewhere` is thrown where there is something else by now. */
    async change(form: Form, send: (ifMatch: { 'If-Match'?: string }) => Promise<View>): Promise<View> {
      const sent = async () => {
        const view = await send(base === undefined ? {} : { 'If-Match': base });
        take(view.etag);
        return view;
      };
      unsure.add(wording(form));
      stored?.write([...unsure]);
      try {
        return await sent();
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.status !== 412) {
          throw problem;
        }
        const now = await read();
        if (!unsure.has(wording(now.content))) {
          sure();
          throw new Elsewhere(now);
        }
        base = now.etag;
        return sent();
      }
    },
  };
}
