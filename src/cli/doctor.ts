import { loadConfig } from '#server/config.ts';
import { type Examination, examine } from '#server/doctor/examine.ts';
import { defineCommand, jsonOption } from './command.ts';
import { commandLog } from './log.ts';

/** `tandem doctor`: the effective configuration with secrets masked, the state of the database, the invariants. */
export const doctorCommand = defineCommand({
  usage: '[--json]',
  help: ['Changes nothing. Exits with 1 when a check fails.'],
  options: { ...jsonOption },
  async run({ values }, io) {
    const examination = await examine(loadConfig(), commandLog(io));
    if (values.json) io.json(examination);
    else io.print(asText(examination));
    return examination.ok ? 0 : 1;
  },
});

function asText({ configuration, database, checks }: Examination): string {
  const megabytes = Math.ceil(database.sizeBytes / 1024 ** 2);
  return [
    'Configuration',
    ...Object.entries(configuration).map(([name, value]) => `  ${name.padEnd(18)} ${value}`),
    '',
    `PostgreSQL ${database.version}, database ${database.database} as ${database.role}, ${megabytes} MB`,
    '',
    'Checks',
    ...checks.map(({ name, ok, detail }) => `  ${ok ? 'ok  ' : 'FAIL'} ${name}: ${detail}`),
  ].join('\n');
}
