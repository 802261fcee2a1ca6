import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { registerRoute } from './register.ts';
import { allRoutes } from './routes.ts';
import type { Services } from './services.ts';

const info = {
  title: 'Tandem',
  version: '1',
  description:
    'Everything the screens do. Errors are RFC 9457 problem documents, lists are {items, nextCursor}, money is in minor units, an instant is epoch milliseconds and a date is YYYY-MM-DD in the time zone of the organization.',
};

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-tandem.session_token',
    description: 'What signing in sets; without the prefix where the address is http',
  },
  key: { type: 'http', scheme: 'bearer', description: 'A key that an administrator made for a program' },
} as const;

/** Puts every declared route on the server, and the OpenAPI 3.1 document that is made from the same schemas. */
export async function addApi(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info,
      components: { securitySchemes },
      security: [{ session: [] }, { key: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(async (scope) => {
    for (const route of allRoutes) registerRoute(scope, services, route);
  });
}

/** The OpenAPI document, made without a database: only schemas are read, no handler runs. */
export async function openApiDocument(): Promise<unknown> {
  const app = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await addApi(app, undefined as never);
  await app.ready();
  const document = (app as FastifyInstance & { swagger: () => unknown }).swagger();
  await app.close();
  return document;
}
