import type { Command } from './command.ts';

/** A line of the table: help is shown from here, and the file is loaded only when the command runs. */
export type Entry = {
  readonly summary: string;
  readonly load: () => Promise<Command>;
  /** Not listed: for developers. */
  readonly isInternal?: true;
};

/** Every command of bin/tandem, in the order of its help. One command, one file, one entry. */
export const commands: Readonly<Record<string, Entry>> = {
  start: {
    summary: 'run the web, the worker and the embedded PostgreSQL; print the address',
    load: async () => (await import('./start.ts')).startCommand,
  },
  import: {
    summary: 'bring in opportunities, stage history, accounts and partners from a file',
    load: async () => (await import('./import.ts')).importCommand,
  },
  scoreboard: {
    summary: 'show what partners brought, what closed and what is coming',
    load: async () => (await import('./scoreboard.ts')).scoreboardCommand,
  },
  forecast: {
    summary: 'forecast closed-won value, and back-test every method on your own history',
    load: async () => (await import('./forecast.ts')).forecastCommand,
  },
  demo: {
    summary: 'load the demo company, or remove it',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  explain: {
    summary: 'say who gets the credit of a deal, and why',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  export: {
    summary: 'write the credit of each deal for a CRM, or check what the CRM holds',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  overlap: {
    summary: 'match two lists of companies, and say why',
    load: async () => (await import('./overlap.ts')).overlapCommand,
  },
  program: {
    summary: 'export, check, import or print the program',
    load: async () => (await import('./program.ts')).programCommand,
  },
  doctor: {
    summary: 'show the effective configuration and check the installation',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  mail: {
    summary: 'show the mail that was written to the data folder, newest first',
    load: async () => (await import('./mail.ts')).mailCommand,
  },
  openapi: {
    summary: 'print the OpenAPI document',
    load: async () => (await import('./openapi.ts')).openapiCommand,
  },
  schema: {
    summary: 'print, write or compare sql/schema.sql',
    load: async () => (await import('./schema.ts')).schemaCommand,
    isInternal: true,
  },
};
