import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode, useEffect } from 'react';
import { queryClient } from './query-client.ts';
import { router } from './routes.tsx';
import { followLinks } from './ui/link-navigation.ts';
import { UiProvider } from './ui/provider.tsx';
import { goTo } from './ui/url-state.ts';

/** The whole web: look, data and the map of pages. */
export function App(): ReactNode {
  useEffect(() => followLinks(document, (href) => goTo(router, href)), []);
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <UiProvider>
          <RouterProvider router={router} />
        </UiProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
