import { useLater, type Later } from './later';
import { NotLoaded } from './NotLoaded';

interface Props<Given extends object> {
  code: Later<Given>;
  /** What it is given once it is there. */
  given: Given;
  leave: () => void;
}

/** Something whose code is loaded when it is first shown. */
export function Loaded<Given extends object>({ code, given, leave }: Props<Given>) {
  const { Part, failed, trying, again } = useLater(code, true);
  if (Part !== undefined) {
    return <Part {...given} />;
  }
  return failed ? <NotLoaded trying={trying} again={again} leave={leave} /> : null;
}
