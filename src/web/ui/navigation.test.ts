import { describe, expect, it } from 'vitest';
import { matchCommands } from './command-palette.tsx';
import { nextSort } from './data-table.tsx';
import { isOwnPage } from './link-navigation.ts';
import { currentLink } from './shell.tsx';
import { keepsPlace, parseSearch, stringifySearch } from './url-state.ts';

describe('moving about', () => {
  it('follows our own pages only', () => {
    const followed = ['/', '/o/acme/pipeline?owner=Kim', '/sign-in'];
    const left = [
      'https://example.com',
      '//example.com',
      '#main',
      'mailto:kim@example.com',
      '/api/v1/me',
      '/assets/a.js',
    ];
    expect(followed.map(isOwnPage)).toEqual([true, true, true]);
    expect(left.map(isOwnPage)).toEqual([false, false, false, false, false, false]);
  });

  it('marks the most exact link as the current one', () => {
    const links = [
      { label: 'Settings', href: '/o/a/settings' },
      { label: 'Members', href: '/o/a/settings/members' },
    ];
    expect(currentLink(links, '/o/a/settings/members')?.label).toBe('Members');
    expect(currentLink(links, '/o/a/settings/sessions')?.label).toBe('Settings');
    expect(currentLink(links, '/o/a/settingsx')).toBeUndefined();
  });

  it('keeps search parameters as plain text both ways', () => {
    const search = { owner: 'Kim & Co', page: '2', q: 'a=b' };
    expect(parseSearch(stringifySearch(search).slice(1))).toEqual(search);
    expect(stringifySearch({ q: '', cursor: undefined })).toBe('');
  });

  it('sorts up, then down, then as the API does', () => {
    expect(nextSort(undefined, 'amount')).toBe('amount');
    expect(nextSort('amount', 'amount')).toBe('-amount');
    expect(nextSort('-amount', 'amount')).toBeUndefined();
    expect(nextSort('name', 'amount')).toBe('amount');
  });

  it('finds commands by the beginnings of their words', () => {
    const command = (label: string) => ({ id: label, label, group: 'Go', run: () => undefined });
    const commands = [command('Go to the scoreboard'), command('Import a file')];
    expect(matchCommands(commands, 'sco').map((found) => found.label)).toEqual(['Go to the scoreboard']);
    expect(matchCommands(commands, 'file imp').map((found) => found.label)).toEqual(['Import a file']);
    expect(matchCommands(commands, '')).toHaveLength(2);
  });

  it('keeps the reader in place while they stay on a screen, and starts another page at its top', () => {
    expect(keepsPlace('/o/a/scoreboard', '/o/a/scoreboard?figure=x')).toBe(true);
    expect(keepsPlace('/o/a/pipeline?cursor=1', '/o/a/pipeline?cursor=2')).toBe(false);
    expect(keepsPlace('/o/a/pipeline', '/o/a/partners')).toBe(false);
  });
});
