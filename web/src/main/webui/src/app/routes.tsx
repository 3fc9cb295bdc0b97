import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { Lines } from '../parts/Waiting';
import { lazyPages, type LazyPage } from './lazyPages';
import { isBoardAdmin, isCandidate, isRecruiter } from './page';
import { Failed, NotFound } from './NoPage';
import { Shell } from './Shell';
import { SignedIn } from './SignedIn';

const candidate: LazyPage[] = [
  ['/', () => import('../today/Today')],
  ['applications', () => import('../applications/Applications')],
  ['applications/new', () => import('../applications/NewApplication')],
  ['applications/import', () => import('../spreadsheet/ImportPage')],
  ['applications/:id', () => import('../applications/Application')],
  ['applications/:id/reflection', () => import('../reflection/ReflectionPage')],
  ['applications/:id/preparation', () => import('../preparation/PreparationPage')],
  ['feedback', () => import('../feedback/Feedback')],
  ['insights', () => import('../insights/Insights')],
  ['growth-plan', () => import('../growthplan/GrowthPlan')],
  ['search', () => import('../search/Search')],
  ['data', () => import('../data/YourData')],
];

const recruiter: LazyPage[] = [
  ['inbox', () => import('../inbox/Inbox')],
  ['inbox/:id', () => import('../inbox/AnswerPage')],
];

const boardAdmin: LazyPage[] = [['board', () => import('../boards/Board')]];

/** All there is for this person. Until the code of the first page is there, the frame is shown with grey lines in it. */
export const routes: RouteObject[] = [
  { path: 'signed-in', element: <SignedIn /> },
  {
    element: <Shell />,
    errorElement: <Failed />,
    children: [
      {
        errorElement: <Failed />,
        HydrateFallback: () => <Lines n={6} />,
        children: [
          ...lazyPages([...(isCandidate ? candidate : []), ...(isRecruiter ? recruiter : []), ...(isBoardAdmin ? boardAdmin : [])]),
          ...(isCandidate ? [] : [{ index: true as const, element: <Navigate to={isRecruiter || !isBoardAdmin ? '/inbox' : '/board'} replace /> }]),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];

/** Which page the address asks for. */
export const router = createBrowserRouter(routes);
