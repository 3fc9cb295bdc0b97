import { body, insights } from '../api/client';
import type { Insights } from '../api/reads';

/** Changes a goal that is worked on; the API takes a merge patch, whose type its description cannot say. */
export async function patchGoal(id: string, changes: Record<string, unknown>) {
  return body(
    await insights.PATCH('/api/v1/growth-plan/goals/{id}', { params: { path: { id } }, body: changes as unknown as Insights['ChangeRequest'] }),
  );
}
