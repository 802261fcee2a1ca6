import { fileReader } from '#connectors/file-reader.ts';
import { parseLocalDate } from '#core/calendar.ts';
import { company } from '#seeds/demo/cast.ts';
import { loadDemo } from '#seeds/demo/load-demo.ts';
import { localDateAt } from '#server/clock.ts';
import { removeDemo } from '#server/demo/demo.ts';
import { RefusalError } from '#server/refusal.ts';
import { defineCommand } from './command.ts';
import { withPorts } from './organization.ts';

/** `tandem demo`: loads the demo company, or with --remove takes it away whole. */
export const demoCommand = defineCommand({
  usage: '[--until DATE] [--remove]',
  help: [
    'Plays two years of an invented company, up to today or --until a date; about a minute.',
    'It is an organization of its own, named demo; --remove takes it away whole.',
  ],
  options: { until: { type: 'string' }, remove: { type: 'boolean' } },
  run({ values }, io) {
    return withPorts(io, async (ports) => {
      if (values.remove) {
        const removed = await removeDemo(ports);
        io.print(removed ? 'The demo company is gone.' : 'There is no demo company.');
        return 0;
      }
      const until = values.until ?? localDateAt(ports.clock.now(), company.timeZone);
      const endOn = parseLocalDate(until);
      if (endOn === null) {
        throw new RefusalError('until', `--until: expected a date as YYYY-MM-DD, found "${until}".`);
      }
      let shown = 0;
      const { slug } = await loadDemo(ports, fileReader, endOn, (share) => {
        if (share < shown + 0.1) return;
        shown = share;
        io.progress(`Playing the demo company: ${Math.floor(share * 100)} %`);
      });
      io.print(`The demo company is loaded as the organization "${slug}".`);
      return 0;
    });
  },
});
