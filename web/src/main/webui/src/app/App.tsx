import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { queries } from '../api/queries';
import { Changes } from '../api/Changes';
import { styleNonce } from './page';
import { router } from './routes';
import { SessionEnd } from './SessionEnd';
import { theme } from './theme';
import { Toasts } from '../parts/toasts';

/** All of it: the look, what is known of the server, and the page that the address asks for. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
      <QueryClientProvider client={queries}>
        <Changes />
        <RouterProvider router={router} />
        <SessionEnd />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}
