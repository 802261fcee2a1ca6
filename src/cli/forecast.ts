import { runBacktest } from '#server/forecast/statistical/backtest.ts';
import { RefusalError } from '#server/refusal.ts';
import { defineCommand, jsonOption, orgOption } from './command.ts';
import { backtestText } from './forecast-text.ts';
import { withOrganization } from './organization.ts';

/** `tandem forecast backtest`: how wrong each way of forecasting would have been on this installation's own history. */
export const forecastCommand = defineCommand({
  usage: 'backtest [--org NAME] [--json]',
  help: [
    'From the end of every week of the past, what each method would have said about closed-won value, knowing only what',
    'was known then, against what came. Per horizon: WAPE, bias, how often P10 to P90 held, and CRPS.',
  ],
  options: { ...jsonOption, ...orgOption },
  positionals: { min: 1, max: 1 },
  run({ values, positionals }, io) {
    if (positionals[0] !== 'backtest') {
      throw new RefusalError(
        'unknown-forecast',
        `There is no forecast "${positionals[0]}": write \`backtest\`.`,
      );
    }
    return withOrganization(io, values.org, async (context) => {
      let told = 0;
      const report = await runBacktest(context, (done) => {
        if (done < told + 0.1) return;
        told = done;
        io.progress(`Back-test: ${Math.round(done * 100)} %`);
      });
      if (values.json) io.json(report);
      else io.print(backtestText(report));
      return 0;
    });
  },
});
