import { queryOptions } from '@tanstack/react-query';
import { isOpen } from '../words/requests';
import type { components as ApplicationParts } from './application.gen';
import { applications, body, feedback, insights, tagged } from './client';
import type { components as FeedbackParts } from './feedback.gen';
import type { components as InsightsParts } from './insights.gen';

/** The shapes of the answers, by the service that gives them. */
export type Applications = ApplicationParts['schemas'];
export type Feedback = FeedbackParts['schemas'];
export type Insights = InsightsParts['schemas'];

/** With the ETag of the state that it shows, on which a change is based. */
export type Tagged<T> = T & { etag: string | undefined };

/** The most that a list gives at once. */
const MOST = 200;

/** How often it is looked whether a request was answered, declined or has expired: the stream of changes does not tell of all that. */
export const LOOK_AGAIN_MS = 60_000;

async function applicationPage(query: { status?: Applications['ApplicationStatus']; cursor?: string }) {
  return body(await applications.GET('/api/v1/applications', { params: { query: { limit: MOST, ...query } } }));
}

/** All applications in one state, however many they are. */
async function applicationsIn(status: Applications['ApplicationStatus']): Promise<Applications['ApplicationPage']> {
  const items: Applications['ApplicationSummary'][] = [];
  let cursor: string | null | undefined;
  do {
    const page = await applicationPage({ status, ...(cursor != null && { cursor }) });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor != null);
  return { items, next: null };
}

/**
 * What can be read, each under a key that begins with the service and the name of what is read: what changed is told by
 * these names.
 */
export const reads = {
  /** The latest applications, or all of those in one state. */
  applications: (status?: Applications['ApplicationStatus']) =>
    queryOptions({
      queryKey: ['applications', 'list', status ?? 'all'],
      queryFn: () => (status === undefined ? applicationPage({}) : applicationsIn(status)),
    }),
  application: (id: string) =>
    queryOptions({
      queryKey: ['applications', 'one', id],
      queryFn: async () => body(await applications.GET('/api/v1/applications/{id}', { params: { path: { id } } })),
    }),
  components: (id: string) =>
    queryOptions({
      queryKey: ['applications', 'components', id],
      queryFn: async () => body(await applications.GET('/api/v1/applications/{id}/components', { params: { path: { id } } })),
    }),
  reflection: (id: string) =>
    queryOptions({
      queryKey: ['applications', 'reflection', id],
      queryFn: async () => tagged(await applications.GET('/api/v1/applications/{id}/reflection', { params: { path: { id } } })),
    }),
  consents: () =>
    queryOptions({
      queryKey: ['applications', 'consents'],
      queryFn: async () => body(await applications.GET('/api/v1/me/consents')),
    }),
  requests: (applicationId?: string) =>
    queryOptions({
      queryKey: ['feedback', 'requests', applicationId ?? 'all'],
      queryFn: async () =>
        body(await feedback.GET('/api/v1/feedback-requests', { params: { query: { limit: MOST, ...(applicationId && { applicationId }) } } })),
      refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? LOOK_AGAIN_MS : false),
    }),
  request: (id: string) =>
    queryOptions({
      queryKey: ['feedback', 'request', id],
      queryFn: async () => body(await feedback.GET('/api/v1/feedback-requests/{id}', { params: { path: { id } } })),
    }),
  feedback: (applicationId?: string) =>
    queryOptions({
      queryKey: ['feedback', 'received', applicationId ?? 'all'],
      queryFn: async () =>
        body(await feedback.GET('/api/v1/feedback', { params: { query: { limit: MOST, ...(applicationId && { applicationId }) } } })),
    }),
  weaknesses: () =>
    queryOptions({ queryKey: ['insights', 'weaknesses'], queryFn: async () => body(await insights.GET('/api/v1/insights/weaknesses')) }),
  strengths: () =>
    queryOptions({ queryKey: ['insights', 'strengths'], queryFn: async () => body(await insights.GET('/api/v1/insights/strengths')) }),
  blindSpots: () =>
    queryOptions({ queryKey: ['insights', 'blind-spots'], queryFn: async () => body(await insights.GET('/api/v1/insights/blind-spots')) }),
  perspective: () =>
    queryOptions({ queryKey: ['insights', 'perspective'], queryFn: async () => body(await insights.GET('/api/v1/insights/perspective')) }),
  causes: () => queryOptions({ queryKey: ['insights', 'causes'], queryFn: async () => body(await insights.GET('/api/v1/insights/causes')) }),
  dismissals: () =>
    queryOptions({ queryKey: ['insights', 'dismissals'], queryFn: async () => body(await insights.GET('/api/v1/insights/dismissals')) }),
  funnel: () => queryOptions({ queryKey: ['insights', 'funnel'], queryFn: async () => body(await insights.GET('/api/v1/insights/funnel')) }),
  growthPlan: () =>
    queryOptions({ queryKey: ['insights', 'growth-plan'], queryFn: async () => body(await insights.GET('/api/v1/growth-plan')) }),
  preparation: (applicationId: string) =>
    queryOptions({
      queryKey: ['insights', 'preparation', applicationId],
      queryFn: async () => body(await insights.GET('/api/v1/preparation', { params: { query: { applicationId } } })),
    }),
  refinements: () =>
    queryOptions({
      queryKey: ['insights', 'search-refinements'],
      queryFn: async () => body(await insights.GET('/api/v1/search-refinements', { params: { query: { limit: MOST } } })),
    }),
  webhooks: (board: string) =>
    queryOptions({
      queryKey: ['applications', 'webhooks', board],
      queryFn: async () => body(await applications.GET('/api/v1/boards/{board}/webhooks', { params: { path: { board } } })),
    }),
  mappings: (board: string) =>
    queryOptions({
      queryKey: ['applications', 'mappings', board],
      queryFn: async () => body(await applications.GET('/api/v1/boards/{board}/mappings', { params: { path: { board } } })),
    }),
  subscriptions: (board: string) =>
    queryOptions({
      queryKey: ['applications', 'subscriptions', board],
      queryFn: async () => body(await applications.GET('/api/v1/boards/{board}/subscriptions', { params: { path: { board } } })),
    }),
  deliveries: (board: string) =>
    queryOptions({
      queryKey: ['applications', 'deliveries', board],
      queryFn: async () => body(await applications.GET('/api/v1/boards/{board}/deliveries', { params: { path: { board }, query: { limit: MOST } } })),
    }),
  feedbackQuality: (board: string) =>
    queryOptions({
      queryKey: ['insights', 'feedback-quality', board],
      queryFn: async () => body(await insights.GET('/api/v1/boards/{board}/feedback-quality', { params: { path: { board } } })),
    }),
  profile: () =>
    queryOptions({ queryKey: ['insights', 'search-profile'], queryFn: async () => body(await insights.GET('/api/v1/search-profile')) }),
};
