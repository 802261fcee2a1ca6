import type { LocalDate } from '#core/calendar.ts';
import type { Ports } from '#server/access/context.ts';
import { demoState, endDemo, removeDemo } from '#server/demo/demo.ts';
import type { FileReader } from '#server/import/reader.ts';
import { ProblemError } from '#server/problem.ts';
import { seededIds } from '../seeded-ids.ts';
import { company } from './cast.ts';
import { openStage } from './stage.ts';
import { stepsOf } from './steps.ts';
import { tellStory } from './story.ts';

/**
 * Loads the demo company by playing its two years through the same verbs that people use, each at its own time. The
 * same last day gives the same company. It is an organization of its own, marked as a demo, and goes away whole.
 * When playing fails, nothing of it stays.
 */
export async function loadDemo(
  ports: Ports,
  reader: FileReader,
  endOn: LocalDate,
  onProgress: (share: number) => void = () => {},
): Promise<{ slug: string }> {
  const state = await demoState(ports);
  if (state !== 'none') {
    const what = state === 'ready' ? 'loaded already' : 'being loaded, or was left half loaded by a crash';
    throw new ProblemError('conflict', `The demo company is ${what}. Remove it first to load it anew.`);
  }
  const story = tellStory(endOn);
  const steps = stepsOf(story);
  const seeded = { ...ports, ids: seededIds(20_251_120) };
  let isOurs = false;
  try {
    const stage = await openStage(seeded, reader, story.programOn, () => {
      isOurs = true;
    });
    for (const [index, step] of steps.entries()) {
      stage.moveTo(step.on, step.hour);
      await step.play(stage);
      onProgress((index + 1) / steps.length);
    }
    await endDemo(ports);
  } catch (error) {
    // Somebody else may be loading the same company at this moment; theirs stays.
    if (isOurs) await removeDemo(ports).catch(() => {});
    throw error;
  }
  return { slug: company.slug };
}

let underWay: Promise<void> | null = null;

/**
 * The job: loads the demo company unless it is there; what a crash left half played goes away first. A second job of
 * this process waits for the first, since what that one has played so far looks like what a crash left.
 */
export function loadDemoAgain(ports: Ports, reader: FileReader, endOn: LocalDate): Promise<void> {
  underWay ??= playAgain(ports, reader, endOn).finally(() => {
    underWay = null;
  });
  return underWay;
}

async function playAgain(ports: Ports, reader: FileReader, endOn: LocalDate): Promise<void> {
  const state = await demoState(ports);
  if (state === 'ready') return;
  if (state === 'loading') await removeDemo(ports);
  await loadDemo(ports, reader, endOn);
}
