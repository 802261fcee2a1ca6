import { defaultDocument } from '#core/blueprint/document.ts';
import type { TestPerson } from './app.ts';

/**
 * Proposes the attribution page of the method with what it pays chosen, since nobody signs one without (IN-1): nothing
 * for joint selling, points for influence. Answers its version.
 */
export async function proposeAttribution(
  writer: TestPerson,
  slug: string,
  chosen: { readonly coSold: number; readonly influenced?: number } = { coSold: 0 },
): Promise<number> {
  const { attribution } = defaultDocument();
  const { coSold, influenced = null } = chosen;
  const influencedPays = influenced === null ? 'points' : 'flat';
  const incentives = { ...attribution.incentives, coSold, influenced, influencedPays };
  const page = `/o/${slug}/program/pages/attribution`;
  const body = { body: { ...attribution, incentives }, confirmed: [], revision: 0 };
  const saved = await writer.call('PUT', `${page}/draft`, { body });
  const { revision } = saved.body as { revision: number };
  const proposed = await writer.call('POST', `${page}/proposals`, { body: { revision } });
  if (proposed.status !== 201) throw new Error(`not proposed: ${JSON.stringify(proposed.body)}`);
  return (proposed.body as { version: number }).version;
}
