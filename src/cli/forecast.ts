import { type BacktestReport, runBacktest } from '#server/forecast/statistical/backtest.ts';
import { RefusalError } from '#server/refusal.ts';
import { defineCommand, jsonOption, orgOption } from './command.ts';
import { backtestText, outlookText } from './forecast-text.ts';
import { withOrganization } from './organization.ts';

/**
 * `tandem forecast`: what will be closed-won in the days ahead; `tandem forecast backtest`: how wrong each way of
 * forecasting would have been on this installation's own history.
 */
export const forecastCommand = defineCommand({
  usage: '[backtest] [--as-of DATE] [--org NAME] [--json]',
  help: [
    'What will be closed-won in the days ahead, by the method that did best on your own history.',
    'backtest: from the end of every week of the past, what each method would have said, knowing only what was known',
    'then, against what came. Per horizon: WAPE, bias, how often P10 to P90 held, and CRPS.',
    'DATE is YYYY-MM-DD: everything as it was known at the end of that day. Default: today.',
  ],
  options: { ...jsonOption, ...orgOption, 'as-of': { type: 'string' } },
  positionals: { min: 0, max: 1 },
  run({ values, positionals }, io) {
    const [what] = positionals;
    if (what !== undefined && what !== 'backtest') {
      throw new RefusalError(
        'unknown-forecast',
        `There is no forecast "${what}": write \`backtest\`, or nothing.`,
      );
    }
    return withOrganization(io, values.org, async (context) => {
      let told = 0;
      const report = await runBacktest(context, { asOf: values['as-of'] }, (done) => {
        if (done < told + 0.1) return;
        told = done;
        io.progress(`Back-test: ${Math.round(done * 100)} %`);
      });
      if (values.json) io.json(what === undefined ? outlookOf(report) : report);
      else io.print(what === undefined ? outlookText(report) : backtestText(report));
      return 0;
    });
  },
});

/** The forecast without the record of each method; the error of the shown one stays beside it. */
function outlookOf({ horizons, leftOut: _, ...frame }: BacktestReport) {
  const next = horizons.map(({ days, shown, next, chanceWape, waitsFor, methods }) => {
    const record = methods.find(({ name }) => name === 'shown');
    return { days, shown, ...next, chanceWape, record: record ?? null, waitsFor };
  });
  return { ...frame, horizons: next };
}
