import { scoreboard } from '#server/scoreboard/scoreboard.ts';
import { defineCommand, jsonOption, orgOption } from './command.ts';
import { withOrganization } from './organization.ts';
import { scoreboardText } from './scoreboard-text.ts';

/** `tandem scoreboard`: the same numbers as on the screen, as of today or of a past day. */
export const scoreboardCommand = defineCommand({
  usage: '[--as-of DATE] [--org NAME] [--json]',
  help: ['DATE is YYYY-MM-DD: everything as it was known at the end of that day. Default: today.'],
  options: { ...jsonOption, ...orgOption, 'as-of': { type: 'string' } },
  run({ values }, io) {
    return withOrganization(io, values.org, async (context) => {
      const board = await scoreboard(context, { asOf: values['as-of'] });
      if (values.json) io.json(board);
      else io.print(scoreboardText(board));
      return 0;
    });
  },
});
