import { queryOptions } from '@tanstack/react-query';
import type { NoticeGroup, NoticeWay } from '#core/notice/kinds.ts';
import { api } from '../api.ts';
import { given, take } from '../api-client.ts';
import { paths } from '../paths.ts';

/** Whose inbox is meant: that of somebody on the desk, or of one of a partner's people. */
export type Inbox = { readonly slug: string; readonly face: 'desk' | 'portal' };

export type NoticeFilter = {
  readonly unread: boolean;
  readonly group: NoticeGroup | undefined;
  readonly cursor: string | undefined;
};

/** Where the pages of this side begin: the links of notices stand below it. */
export function faceOf({ slug, face }: Inbox): string {
  return face === 'desk' ? paths.desk(slug) : paths.portal(slug);
}

export function noticesKey({ slug, face }: Inbox): string[] {
  return ['notices', slug, face];
}

/** What the person was told, newest first. */
export function noticesQuery(inbox: Inbox, filter?: NoticeFilter) {
  const path = { org: inbox.slug };
  const query = given({
    unread: filter?.unread ? ('true' as const) : undefined,
    group: filter?.group,
    cursor: filter?.cursor,
    limit: filter === undefined ? 20 : 50,
  });
  return queryOptions({
    queryKey: [...noticesKey(inbox), filter ?? 'newest'],
    queryFn: () =>
      inbox.face === 'desk'
        ? take(api.GET('/api/v1/o/{org}/notices', { params: { path, query } }))
        : take(api.GET('/api/v1/o/{org}/portal/notices', { params: { path, query } })),
  });
}

export type Notice = Awaited<
  ReturnType<NonNullable<ReturnType<typeof noticesQuery>['queryFn']>>
>['items'][number];

/** Remembers what was read: everything until a moment, or these. */
export function logReading({ slug, face }: Inbox, body: { until: number } | { ids: string[] }) {
  const params = { path: { org: slug } };
  return face === 'desk'
    ? take(api.POST('/api/v1/o/{org}/notices/log-reading', { params, body }))
    : take(api.POST('/api/v1/o/{org}/portal/notices/log-reading', { params, body }));
}

/** How the person is told what. */
export function choicesQuery(inbox: Inbox) {
  const params = { path: { org: inbox.slug } };
  return queryOptions({
    queryKey: ['notice-choices', inbox.slug, inbox.face],
    queryFn: () =>
      inbox.face === 'desk'
        ? take(api.GET('/api/v1/o/{org}/notice-choices', { params }))
        : take(api.GET('/api/v1/o/{org}/portal/notice-choices', { params })),
  });
}

export function chooseWay({ slug, face }: Inbox, group: NoticeGroup, way: NoticeWay) {
  const params = { path: { org: slug, group } };
  return face === 'desk'
    ? take(api.PUT('/api/v1/o/{org}/notice-choices/{group}', { params, body: { way } }))
    : take(api.PUT('/api/v1/o/{org}/portal/notice-choices/{group}', { params, body: { way } }));
}

/** The letters to the person, newest first. */
export function lettersQuery(inbox: Inbox, cursor: string | undefined) {
  const params = { path: { org: inbox.slug }, query: given({ cursor, limit: 50 }) };
  return queryOptions({
    queryKey: ['letters', inbox.slug, inbox.face, cursor ?? ''],
    queryFn: () =>
      inbox.face === 'desk'
        ? take(api.GET('/api/v1/o/{org}/letters', { params }))
        : take(api.GET('/api/v1/o/{org}/portal/letters', { params })),
  });
}

export type Delivery = Awaited<
  ReturnType<NonNullable<ReturnType<typeof lettersQuery>['queryFn']>>
>['items'][number];

/** Minutes after midnight as a time of day, as a time field takes it: 480 is 08:00. */
export function timeOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The other way round; null for what is no time of day. */
export function minuteOfTime(text: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}
