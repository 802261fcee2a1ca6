import { describe, expect, it } from 'vitest';
import { paths } from './paths.ts';

describe('the addresses of the web', () => {
  it('are spelled like this', () => {
    const spelled = Object.fromEntries(
      Object.entries(paths).map(([name, path]) => [
        name,
        (path as (...parts: string[]) => string)('a b', 'c/d'),
      ]),
    );
    expect(spelled).toMatchSnapshot();
  });

  it('carry filters that are set and leave the others out', () => {
    expect(paths.pipeline('acme', { owner: 'Kim & Co', stage: undefined, q: '' })).toBe(
      '/o/acme/pipeline?owner=Kim+%26+Co',
    );
    expect(paths.signIn('/o/acme/pipeline?owner=Kim')).toBe(
      '/sign-in?then=%2Fo%2Facme%2Fpipeline%3Fowner%3DKim',
    );
  });
});
