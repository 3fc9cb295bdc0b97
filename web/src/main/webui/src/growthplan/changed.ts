import type { QueryKey } from '@tanstack/react-query';

/** What looks different after anything was done to a goal. */
export const CHANGED: QueryKey[] = [['insights', 'growth-plan'], ['insights', 'preparation']];
