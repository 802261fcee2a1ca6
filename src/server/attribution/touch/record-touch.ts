import { type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import type { ActWay } from './act.ts';
import { type KeptTouch, type NewTouch, requireRecordedOnce, writeTouch } from './write-touch.ts';

/**
 * Records what a partner person did on a deal, or at an account before there was one. It counts once somebody of ours
 * has confirmed it by name; who was there can do so in the same breath. The answer says what it lacks to count.
 */
export async function recordTouch(
  context: Context,
  act: NewTouch,
  from: { readonly way?: ActWay; readonly isConfirmed?: boolean } = {},
): Promise<KeptTouch> {
  requireCapability(context, 'touch.record');
  const { way = 'desk', isConfirmed = false } = from;
  try {
    return await write(context, (tx) => writeTouch(tx, context, act, { side: 'vendor', way, isConfirmed }));
  } catch (error) {
    return requireRecordedOnce(context, act, error);
  }
}
