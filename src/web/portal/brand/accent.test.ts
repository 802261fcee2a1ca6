import { describe, expect, it } from 'vitest';
import { grounds, readingGrounds } from '#core/portal/accent.ts';
import { portalOf } from '../../entry/after-sign-in.ts';
import { cssVariables } from '../../ui/theme.ts';

describe('the grounds on which an accent is judged', () => {
  it('are those of the theme', () => {
    const { light, dark } = cssVariables(undefined as never);
    expect([light['--mantine-color-body'], dark['--mantine-color-body']]).toEqual([
      grounds.light,
      grounds.dark,
    ]);
    expect([light['--tandem-sunken'], dark['--tandem-hover']]).toEqual([
      readingGrounds.light,
      readingGrounds.dark,
    ]);
  });
});

describe('the portal that somebody signs in to', () => {
  it.each([
    ['/o/demo/portal', 'demo'],
    ['/o/demo/portal/deals/1?x=1', 'demo'],
    ['/o/demo/portal?x=1', 'demo'],
    ['/o/demo/portals', null],
    ['/o/demo/scoreboard', null],
    ['//evil.example/o/demo/portal', null],
    [undefined, null],
  ])('by %s is %s', (then, slug) => {
    expect(portalOf(then)).toBe(slug);
  });
});
