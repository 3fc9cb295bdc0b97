import { kept } from '../parts/kept';

/** The services, as far as one hears of what another did. */
export type Service = 'application' | 'feedback' | 'insights';

const HEARS: Record<Service, Service[]> = {
  application: ['application'],
  feedback: ['feedback', 'application'],
  insights: ['insights', 'feedback', 'application'],
};

/** For so long a read says which event it must include; by then everything has long arrived. */
const REMEMBERED_MS = 30_000;

interface Latest {
  service: Service;
  event: string;
  at: number;
}

const stored = kept<Latest[]>('sessionStorage', 'rebound-latest');

function read(): Latest[] {
  return (stored.read() ?? []).filter((one) => Date.now() - one.at < REMEMBERED_MS);
}

/** The last thing that was done here, also after a reload: reads that come after it must show it. */
export const latest = {
  note(service: Service, event: string): void {
    const others = read().filter((one) => one.service !== service);
    stored.write([...others, { service, event, at: Date.now() }]);
  },

  /** The event that a read of this service must include, if any. */
  for(service: Service): string | undefined {
    return read()
      .filter((one) => HEARS[service].includes(one.service))
      .sort((a, b) => b.at - a.at)[0]?.event;
  },

  forget(event: string): void {
    stored.write(read().filter((one) => one.event !== event));
  },
};
