import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { isBoardAdmin, isCandidate, isRecruiter } from './page';
import { Failed, NotFound } from './NoPage';
import { Shell } from './Shell';
import { SignedIn } from './SignedIn';

/** A page is loaded when it is first opened; each exports itself as `Component`. */
const candidate: RouteObject[] = [
  { index: true, lazy: () => import('../today/Today') },
  { path: 'applications', lazy: () => import('../applications/Applications') },
  { path: 'applications/new', lazy: () => import('../applications/NewApplication') },
  { path: 'applications/import', lazy: () => import('../spreadsheet/ImportPage') },
  { path: 'applications/:id', lazy: () => import('../applications/Application') },
  { path: 'applications/:id/reflection', lazy: () => import('../reflection/ReflectionPage') },
  { path: 'applications/:id/preparation', lazy: () => import('../preparation/PreparationPage') },
  { path: 'feedback', lazy: () => import('../feedback/Feedback') },
  { path: 'insights', lazy: () => import('../insights/Insights') },
  { path: 'growth-plan', lazy: () => import('../growthplan/GrowthPlan') },
  { path: 'search', lazy: () => import('../search/Search') },
  { path: 'data', lazy: () => import('../data/YourData') },
];

const recruiter: RouteObject[] = [
  { path: 'inbox', lazy: () => import('../inbox/Inbox') },
  { path: 'inbox/:id', lazy: () => import('../inbox/AnswerPage') },
];

const boardAdmin: RouteObject[] = [{ path: 'board', lazy: () => import('../boards/Board') }];

export const router = createBrowserRouter([
  { path: 'signed-in', element: <SignedIn /> },
  {
    element: <Shell />,
    errorElement: <Failed />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <Failed />,
        children: [
          ...(isCandidate ? candidate : []),
          ...(isRecruiter ? recruiter : []),
          ...(isBoardAdmin ? boardAdmin : []),
          ...(isCandidate ? [] : [{ index: true, element: <Navigate to={isRecruiter || !isBoardAdmin ? '/inbox' : '/board'} replace /> }]),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
