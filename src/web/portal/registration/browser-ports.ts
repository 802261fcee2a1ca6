import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import type { components } from '../../api-schema.d.ts';
import type { KeeperPorts, Sending } from './draft-keeper.ts';

/** This browser: what it keeps, and when its connection comes back. */
export const browserPorts: KeeperPorts = {
  // Looked up late: a browser that keeps nothing may refuse the name itself.
  storage: {
    getItem: (name) => localStorage.getItem(name),
    setItem: (name, text) => localStorage.setItem(name, text),
    removeItem: (name) => localStorage.removeItem(name),
  },
  onOnline: (callback) => {
    window.addEventListener('online', callback);
    return () => window.removeEventListener('online', callback);
  },
  newKey: () => crypto.randomUUID(),
};

type Path = { readonly org: string; readonly registrationId: string };
const header = (key: string) => ({ 'idempotency-key': key });

type Submitted = {
  readonly notes: readonly string[];
  readonly state: components['schemas']['RegistrationState'];
};

/** The calls of a form that registers a deal, or that answers a question on one. */
export function sendingOf(
  org: string,
  language: 'en' | 'de',
  kind: 'registration' | 'answer',
): Sending<Submitted> {
  return {
    begin: (typed, key) =>
      take(
        api.POST('/api/v1/o/{org}/portal/registrations', {
          params: { path: { org }, header: header(key) },
          body: { typed },
        }),
      ),
    save: (registrationId, typed) =>
      take(
        api.PUT('/api/v1/o/{org}/portal/registrations/{registrationId}/draft', {
          params: { path: { org, registrationId } },
          body: { typed },
        }),
      ),
    send: (registrationId, words, key) => {
      const path = { org, registrationId };
      return kind === 'answer' ? answer(path, words, key) : submit(path, language, key);
    },
  };
}

function submit(path: Path, language: 'en' | 'de', key: string): Promise<Submitted> {
  return take(
    api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/submission', {
      params: { path, header: header(key) },
      body: { language },
    }),
  );
}

async function answer(path: Path, words: string, key: string): Promise<Submitted> {
  const { state } = await take(
    api.POST('/api/v1/o/{org}/portal/registrations/{registrationId}/answer', {
      params: { path, header: header(key) },
      body: { words },
    }),
  );
  return { state, notes: [] };
}
