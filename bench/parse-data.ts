/** Writes a deterministic opportunity export of `rows` rows, as Salesforce's Data Export writes them. */
export function* opportunityExport(rows: number): Generator<string> {
  yield '"Id","AccountId","Name","StageName","Amount","CloseDate","CreatedDate","LeadSource","OwnerId","Type"\n';
  let seed = 42;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };
  let lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const id = `006A${String(row).padStart(11, '0')}`;
    const account = `001A${String(next(5_000)).padStart(11, '0')}`;
    const month = String(1 + next(12)).padStart(2, '0');
    const day = String(1 + next(28)).padStart(2, '0');
    const name = next(10) === 0 ? `Acme ""${next(900)}"", extension` : `Renewal ${next(90_000)}`;
    const stage = stages[next(stages.length)];
    lines.push(
      `"${id}","${account}","${name}","${stage}","${next(500_000)}.0","2026-${month}-${day} 00:00:00",` +
        `"2025-${month}-${day} 10:${String(next(60)).padStart(2, '0')}:00","${sources[next(sources.length)]}","005A${String(next(40)).padStart(11, '0')}",""\n`,
    );
    if (lines.length < 1_000) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

const stages = ['Prospecting', 'Qualification', 'Proposal/Price Quote', 'Closed Won', 'Closed Lost'];
const sources = ['Web', 'Partner', 'Trade Show', 'Referral', ''];
