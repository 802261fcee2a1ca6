import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { FigureRows, Scoreboard } from '#core/scoreboard/payload.ts';
import type { figureRowsSchema, scoreboardSchema } from './schemas.ts';

type Sent<S extends z.ZodType> = z.output<S>;
type Agree<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

describe('what goes over the wire', () => {
  it('has the type of core, in both directions', () => {
    const scoreboardAgrees: Agree<Sent<typeof scoreboardSchema>, Scoreboard> = true;
    const rowsAgree: Agree<Sent<typeof figureRowsSchema>, FigureRows> = true;
    expect([scoreboardAgrees, rowsAgree]).toEqual([true, true]);
  });
});
