import type { Section } from './page.ts';

/** The sections of the thesis, in the order in which a person can answer them. */
export const thesisSections = [
  {
    title: 'Market, segment, motion',
    guidance:
      'Say three different things in three fields: what is bought and where, by which kind of company, and how you sell it today. Begin with the list of segments that sales uses; the segment must be one of them.',
    fields: ['segments', 'market', 'segment', 'motion'],
  },
  {
    title: 'The customer',
    guidance:
      'A partner helps with some buyers and not with others. Name the buyer, say with a number why this buyer decides sooner when a partner is there, and give at least one deal or interview that showed it.',
    fields: ['buyer', 'evidence'],
  },
  {
    title: 'The partner',
    guidance:
      'Choose the one kind of partner that already has this buyer’s trust because of work that it does there. If you cannot say what that work is, you have not found the partner yet.',
    fields: ['archetype', 'relationship', 'firstQuestions'],
  },
  {
    title: 'The friction',
    guidance:
      'Selling direct is slow or fails somewhere. Pick that place from your own measured funnel, and say what the partner does about it. A thesis without a measured friction is a hope.',
    fields: ['friction'],
  },
  {
    title: 'The joint solution',
    guidance:
      'Describe the offer in one to three plain sentences, as a customer would repeat it to a colleague.',
    fields: ['jointSolution'],
  },
  {
    title: 'The goal',
    guidance:
      'One goal, in money, for one period. Write down sourced pipeline and sourced closed-won only; influenced revenue is never part of it. The number follows from the assumptions page, so the two must agree.',
    fields: ['goal'],
  },
  {
    title: 'What the partner gets',
    guidance:
      'Work it out as the partner would: what one deal is worth to them, times how likely it is, by the hours they put in. If you can only say what you get, it is extraction, and good partners see that at once.',
    fields: ['gain'],
  },
  {
    title: 'When we stop',
    guidance:
      'Name a metric, a number and a day. It protects the program too: until that day nobody stops it because of a feeling.',
    fields: ['kill'],
  },
  {
    title: 'Limits',
    guidance: 'What this page is checked against. These are settings of your program, with their defaults.',
    fields: ['limits'],
  },
] as const satisfies readonly Section[];
