import type { MantineColorsTuple } from '@mantine/core';

/** The accent: a quiet teal, dark enough for white text from shade 7 on. */
export const teal: MantineColorsTuple = [
  '#e9f6f3',
  '#d3ebe6',
  '#a6d8ce',
  '#76c3b5',
  '#4fb0a0',
  '#2f9b8b',
  '#178375',
  '#0b6b62',
  '#08564f',
  '#05403b',
];

/** Warm greys for the light theme; 6 and darker carry text on white at 4.5 to 1 or better. */
export const gray: MantineColorsTuple = [
  '#fafaf8',
  '#f3f3f0',
  '#e8e7e3',
  '#dad9d4',
  '#bfbdb6',
  '#918f87',
  '#6a6861',
  '#53514b',
  '#383732',
  '#1d1c19',
];

/** Warm greys for the dark theme; 0 is text, 7 is the page, 6 a surface, 4 a border. */
export const dark: MantineColorsTuple = [
  '#e9e7e2',
  '#cfccc5',
  '#b0ada5',
  '#98958c',
  '#45443f',
  '#35342f',
  '#242320',
  '#191916',
  '#131311',
  '#0c0c0b',
];

/** Red: something is wrong. */
export const red: MantineColorsTuple = [
  '#fdf0ee',
  '#fadcd8',
  '#f3b8b0',
  '#ec9187',
  '#e4685b',
  '#d34537',
  '#b93226',
  '#9c261b',
  '#7d1c13',
  '#5c130c',
];

/** Amber: look at this. */
export const amber: MantineColorsTuple = [
  '#fdf5e4',
  '#fae7bf',
  '#f4d083',
  '#eab64a',
  '#d79a20',
  '#b67d10',
  '#946409',
  '#784f05',
  '#5d3d04',
  '#422a02',
];
