import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { storeFile } from './store-file.ts';

export const fileRoutes = [
  defineRoute({
    method: 'POST',
    path: '/o/{org}/files',
    capability: 'import.run',
    operation: 'uploadFile',
    summary: 'Upload a file as a stream of bytes; the same bytes twice are one file',
    query: z.object({ name: z.string().min(1).max(200).describe('The name of the file') }),
    takesStream: true,
    creates: true,
    perMinute: 60,
    replies: {
      201: z.object({ fileId: z.string(), byteLength: z.int(), sha256: z.string() }),
    },
    handle: async ({ context, query, stream }) => ({
      status: 201,
      body: await storeFile(context, { name: query.name, bytes: stream }),
    }),
  }),
];
