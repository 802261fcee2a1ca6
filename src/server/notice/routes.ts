import { z } from 'zod';
import { nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { changeNoticeSettings, chooseWay, readChoices, unsubscribe } from './choose.ts';
import { logReading, readNotices } from './read-notices.ts';
import {
  choicesSchema,
  groupSchema,
  noticeQuery,
  noticesSchema,
  readingSchema,
  settingsSchema,
  waySchema,
} from './schemas.ts';

const choiceParams = z.object({ org: z.string(), group: groupSchema });
const wayBody = z.object({ way: waySchema });

/** What people are told without asking, and how they want it: on the desk, and the same on a partner's own pages. */
export const noticeRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/notices',
    capability: 'organization.read',
    operation: 'readNotices',
    summary: 'What the caller was told, newest first',
    query: noticeQuery,
    replies: { 200: noticesSchema },
    handle: async ({ context, query }) => ({
      status: 200,
      body: await readNotices(context, { ...query, unread: query.unread === 'true' }),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/notices',
    capability: 'portal.read',
    operation: 'readPortalNotices',
    summary: 'What the caller was told as one of a partner’s people, newest first',
    query: noticeQuery,
    replies: { 200: noticesSchema },
    handle: async ({ context, query }) => ({
      status: 200,
      body: await readNotices(context, { ...query, unread: query.unread === 'true' }),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/notices/log-reading',
    capability: 'organization.read',
    operation: 'logReading',
    summary: 'Remember what the caller has read: everything until a moment, or these notices',
    body: readingSchema,
    replies: { 200: nothingSchema },
    handle: async ({ context, body }) => {
      await logReading(context, body);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/portal/notices/log-reading',
    capability: 'portal.read',
    operation: 'logPortalReading',
    summary: 'Remember what the caller has read, on a partner’s own pages',
    body: readingSchema,
    replies: { 200: nothingSchema },
    handle: async ({ context, body }) => {
      await logReading(context, body);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/notice-choices',
    capability: 'organization.read',
    operation: 'readNoticeChoices',
    summary: 'How the caller is told what, and when the digest leaves',
    replies: { 200: choicesSchema },
    handle: async ({ context }) => ({ status: 200, body: await readChoices(context) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/notice-choices',
    capability: 'portal.read',
    operation: 'readPortalNoticeChoices',
    summary: 'How the caller is told what, on a partner’s own pages',
    replies: { 200: choicesSchema },
    handle: async ({ context }) => ({ status: 200, body: await readChoices(context) }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/notice-choices/{group}',
    capability: 'organization.read',
    operation: 'chooseNoticeWay',
    summary: 'Choose how the caller is told what belongs to a group',
    params: choiceParams,
    body: wayBody,
    replies: { 200: nothingSchema },
    handle: async ({ context, params, body }) => {
      await chooseWay(context, { group: params.group, way: body.way });
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/portal/notice-choices/{group}',
    capability: 'portal.read',
    operation: 'choosePortalNoticeWay',
    summary: 'Choose how the caller is told what belongs to a group, on a partner’s own pages',
    params: choiceParams,
    body: wayBody,
    replies: { 200: nothingSchema },
    handle: async ({ context, params, body }) => {
      await chooseWay(context, { group: params.group, way: body.way });
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/notice-settings',
    capability: 'organization.change',
    operation: 'changeNoticeSettings',
    summary: 'Set when the digest leaves, and how long notices are gathered into one letter',
    body: settingsSchema,
    replies: { 200: nothingSchema },
    handle: async ({ context, body }) => {
      await changeNoticeSettings(context, body);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/unsubscribe/{token}',
    capability: 'public',
    operation: 'unsubscribe',
    summary: 'End letters by the link in one of them, as mail programs do with one click (RFC 8058)',
    params: z.object({ org: z.string().max(40), token: z.string().max(200) }),
    takesForm: true,
    replies: { 200: nothingSchema },
    handle: async ({ params, services }) => {
      await unsubscribe(services.ports, services.delivery.unsubscribeKey, params.org, params.token);
      return { status: 200, body: {} };
    },
  }),
];
