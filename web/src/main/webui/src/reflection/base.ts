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
}

/** Lets nothing be changed but the state that this page knows, so that it never goes over what was written elsewhere. */
export function createBase({ etag, read, wording, tell }: Options) {
  let base = etag;
  // What was sent and may have arrived, though no answer came.
  const unsure = new Set<string>();

  function take(now: string | undefined) {
    base = now;
    unsure.clear();
    tell(now);
  }

  return {
    take,

    /** Makes the change; an `Elsewhere` is thrown where there is something else by now. */
    async change(form: Form, send: (ifMatch: { 'If-Match'?: string }) => Promise<View>): Promise<View> {
      const sent = async () => {
        const view = await send(base === undefined ? {} : { 'If-Match': base });
        take(view.etag);
        return view;
      };
      unsure.add(wording(form));
      try {
        return await sent();
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.status !== 412) {
          throw problem;
        }
        const now = await read();
        if (!unsure.has(wording(now.content))) {
          throw new Elsewhere(now);
        }
        base = now.etag;
        return sent();
      }
    },
  };
}
