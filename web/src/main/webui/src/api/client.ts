import createClient, { type Middleware } from 'openapi-fetch';
import type { paths as ApplicationPaths } from './application.gen';
import type { paths as FeedbackPaths } from './feedback.gen';
import type { paths as InsightsPaths } from './insights.gen';
import { latest, type Service } from './latest';
import type { Tagged } from './reads';
import { problemOf, unreachable } from './problem';
import { sendingKeys } from './sendingKeys';
import { sessionEnded } from './session';

/** Reads say which event they must include; whoever is not that far after two seconds is asked without. */
async function send(service: Service, request: Request): Promise<Response> {
  if (request.method !== 'GET') {
    return fetch(request);
  }
  const event = latest.for(service);
  if (event === undefined) {
    return fetch(request);
  }
  const address = new URL(request.url);
  address.searchParams.set('after', event);
  const answer = await fetch(new Request(address, request));
  if (answer.status !== 503) {
    return answer;
  }
  latest.forget(event);
  return fetch(request);
}

function fetching(service: Service) {
  return async (request: Request): Promise<Response> => {
    const again = request.clone();
    let answer: Response;
    try {
      answer = await send(service, request);
      if (answer.status === 401 && (await sessionEnded.signedInAgain())) {
        answer = await send(service, again);
      }
    } catch {
      throw unreachable(request.method === 'GET');
    }
    return answer;
  };
}

function conventions(service: Service): Middleware {
  return {
    async onRequest({ request }) {
      const path = new URL(request.url).pathname;
      if (request.method === 'POST' && sendingKeys.protect(path) && !request.headers.has('Idempotency-Key')) {
        request.headers.set('Idempotency-Key', sendingKeys.for(path, await request.clone().text()));
      }
      return request;
    },
    async onResponse({ request, response }) {
      if (!response.ok) {
        throw await problemOf(response);
      }
      const path = new URL(request.url).pathname;
      if (request.method !== 'GET' && sendingKeys.protect(path)) {
        sendingKeys.succeeded(path, request.headers.get('Idempotency-Key'));
      }
      const event = response.headers.get('Rebound-Event-Id');
      if (event !== null) {
        latest.note(service, event);
      }
    },
  };
}

function client<Paths extends object>(service: Service) {
  const made = createClient<Paths>({ baseUrl: window.location.origin, fetch: fetching(service) });
  made.use(conventions(service));
  return made;
}

/** The three services, each by the paths and bodies it declares; whatever is not a success is thrown as a `Problem`. */
export const applications = client<ApplicationPaths>('application');
export const feedback = client<FeedbackPaths>('feedback');
export const insights = client<InsightsPaths>('insights');

/** What a successful answer holds, and the ETag of the state that it shows. A proxy that compresses says that it is weak; it is not. */
export function tagged<T extends object>(answer: { data?: T; response: Response }): Tagged<T> {
  return { ...(answer.data as T), etag: answer.response.headers.get('ETag')?.replace(/^W\//, '') };
}

/** What a successful answer holds. */
export function body<T>(answer: { data?: T }): T {
  return answer.data as T;
}
