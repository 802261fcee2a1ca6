/**
 * The stages of the partner journey (method 8).
 *
 * Handbook: docs/handbook/program.md
 */

/** J0 to J6. */
export const journeyStages = {
  recruit: 'Recruit',
  onboard: 'Onboard',
  activate: 'Activate',
  producing: 'Producing',
  manage: 'Manage',
  expand: 'Expand',
  off_board: 'Off-board',
} as const;

export type JourneyStage = keyof typeof journeyStages;
