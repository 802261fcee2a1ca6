import { z } from 'zod';
import { idSchema, nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { assignSeat } from './assign-seat.ts';
import { endSeat } from './end-seat.ts';
import { passOn } from './pass-on.ts';
import { interimSchema, seatSchema, taskSchema, weekOneSchema } from './schemas.ts';
import { openWeekOne, readWeekOne, setTaskDone } from './week-one.ts';

const taskParams = z.object({ org: z.string(), task: taskSchema });

/** Who holds which seat, how it passes on, and the first week of who takes the leader's seat. */
export const seatRoutes = [
  defineRoute({
    method: 'POST',
    path: '/o/{org}/program/seats/{seat}/holders',
    capability: 'program.seat',
    operation: 'assignSeat',
    summary: 'Name the holder of a seat, in person or in the interim',
    creates: true,
    params: z.object({ org: z.string(), seat: seatSchema }),
    body: z.object({ membershipId: idSchema, interim: interimSchema.nullable().default(null) }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await assignSeat(context, params.seat, body);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/program/seats/{seat}/holders/{membershipId}',
    capability: 'program.seat',
    operation: 'endSeat',
    summary: 'End somebody’s time in a seat',
    params: z.object({ org: z.string(), seat: seatSchema, membershipId: idSchema }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await endSeat(context, params.seat, params.membershipId);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/program/succession',
    capability: 'program.seat',
    operation: 'passOn',
    summary: 'Pass everything that one person holds to a successor, in one act',
    creates: true,
    body: z.object({ fromMembershipId: idSchema, toMembershipId: idSchema }),
    replies: {
      201: z.object({ seats: z.int(), numbers: z.int(), partners: z.int(), tasks: z.int() }),
    },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await passOn(context, body.fromMembershipId, body.toMembershipId),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/program/week-one',
    capability: 'organization.read',
    operation: 'getWeekOne',
    summary: 'The caller’s week-one pack, if they hold the leader’s seat in person',
    replies: { 200: weekOneSchema },
    handle: async ({ context }) => ({ status: 200, body: await readWeekOne(context) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/program/week-one',
    capability: 'week_one.work',
    operation: 'startWeekOne',
    summary: 'Open the week-one pack, at the leader’s first visit',
    replies: { 200: nothingSchema },
    handle: async ({ context }) => {
      await openWeekOne(context);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/program/week-one/tasks/{task}',
    capability: 'week_one.work',
    operation: 'tickTask',
    summary: 'Tick a task of the first week off',
    params: taskParams,
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await setTaskDone(context, params.task, true);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/program/week-one/tasks/{task}',
    capability: 'week_one.work',
    operation: 'untickTask',
    summary: 'Take the tick of a task back',
    params: taskParams,
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await setTaskDone(context, params.task, false);
      return { status: 200, body: {} };
    },
  }),
];
