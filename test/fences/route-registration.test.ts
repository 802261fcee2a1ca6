import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registerRoute } from '#server/http/register.ts';
import { defineRoute } from '#server/http/route.ts';
import type { Services } from '#server/http/services.ts';

function register(capability: string | undefined, path: `/${string}` = '/o/{org}/tiers'): void {
  const route = defineRoute({
    method: 'GET',
    path,
    capability: capability as 'public',
    operation: 'listTiers',
    summary: 'Tiers',
    replies: { 200: z.object({}) },
    handle: async () => ({ status: 200, body: {} }),
  });
  registerRoute(Fastify(), {} as Services, route);
}

describe('registering a route', () => {
  it('is refused without a capability, or with one that the role table does not know', () => {
    expect(() => register(undefined)).toThrow(/names no capability/);
    expect(() => register('tier.juggle')).toThrow(/names no capability/);
    expect(() => register('toString')).toThrow(/names no capability/);
  });

  it('is refused for a right of an organization on a path outside any', () => {
    expect(() => register('organization.read', '/tiers')).toThrow(/not below \/o\/\{org\}/);
  });
});
