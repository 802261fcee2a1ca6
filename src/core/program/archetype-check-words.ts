import type { CheckCatalogue } from './check.ts';

/** What the checks of the archetypes page say. */
export const archetypeCheckWords = {
  selected_most: {
    holds: ({ selected, most }) => `${count(selected)} selected; ${most} are the most.`,
    fails: ({ selected, most }) =>
      `${count(selected)} selected; ${most} are the most at launch. Each is a program of its own; set the weakest back to “Not selected”.`,
  },
  selected_preferred: {
    holds: ({ selected }) => `${count(selected)} selected: few enough to do well.`,
    fails: ({ selected, preferred }) =>
      `${count(selected)} selected; ${preferred} are better. Every further one takes time from the one that is being built.`,
  },
  in_build_least: {
    holds: () => 'An archetype is in build.',
    fails: () =>
      'No archetype is in build. Set the one of your thesis to “In build”; everything after this page is made for it.',
  },
  in_build_most: {
    holds: ({ begun }) => `${count(begun)} begun, and no more than may be.`,
    fails: ({ begun, most }) =>
      `${count(begun)} begun; before gate G6 it may be ${most}. The next one opens when the first has passed all four pillars; set the others to “Selected”.`,
  },
  in_build_is_thesis: {
    holds: ({ inBuild }) => `${inBuild} is in build, as the thesis says.`,
    fails: ({ inBuild, thesis }) =>
      thesis === null
        ? `${inBuild} is in build, and the thesis names no archetype yet. Choose it there first.`
        : `${inBuild} is in build, and the thesis is about ${thesis}. Build that one, or change the thesis.`,
  },
  own_model: {
    holds: ({ archetype }) => `${archetype} has economics, enablement and a cadence of its own.`,
    fails: ({ archetype, missing }) =>
      `${archetype} is selected and lacks: ${missing}. Each archetype is a model of its own; fill in its row.`,
  },
  own_contract: {
    holds: ({ archetype }) => `${archetype} has its contract template.`,
    fails: ({ archetype }) =>
      `${archetype} has no contract template. Without one, signing the first partner takes weeks of lawyers; name it.`,
  },
  contract_shared: {
    holds: ({ archetype }) => `${archetype} has a contract template of its own.`,
    fails: ({ archetype, other }) =>
      `${archetype} and ${other} name the same contract template. They are paid for different things, so one of them will be paid wrongly.`,
  },
} as const satisfies CheckCatalogue;

export type ArchetypeCheckCode = keyof typeof archetypeCheckWords;

function count(archetypes: unknown): string {
  return archetypes === 1 ? 'One archetype is' : `${archetypes === 0 ? 'No' : archetypes} archetypes are`;
}
