import { createApi } from './api-client.ts';
import type { paths as ApiPaths, components } from './api-schema.d.ts';
import { paths } from './paths.ts';

/** Pages that are for people without a session; an ended one does not send them away. */
const withoutSession = /^\/(?:sign-in|set-up|o\/[^/]+\/invitation)(?:\/|$)/;

/** The API of this server. A page whose session has ended goes to sign-in, and comes back after it. */
export const api = createApi<ApiPaths>({
  language: () => document.documentElement.lang,
  onSignedOut: () => {
    const { pathname, search } = window.location;
    if (pathname === '/' || withoutSession.test(pathname)) return;
    window.location.assign(paths.signIn(`${pathname}${search}`));
  },
});

export type Role = components['schemas']['Role'];
export type Capability = components['schemas']['Capability'];
export type KeyCapability = components['schemas']['KeyCapability'];
