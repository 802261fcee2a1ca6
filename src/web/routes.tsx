import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { PageFailure, PageNotFound, PagePending } from './page-states.tsx';
import { paths } from './paths.ts';
import { parseSearch, stringifySearch } from './ui/url-state.ts';

const root = createRootRoute({ component: Outlet });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: paths.signIn(), replace: true });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./entry/sign-in.tsx'), 'SignIn'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, signIn]),
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: PageNotFound,
  defaultPendingMs: 200,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});
