import { companyNameKey, sortKey } from '#core/opportunity/account-name.ts';
import type { Chance } from '#seeds/random.ts';
import type { Context } from '#server/access/context.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { copyLine } from '#server/import/load/copy-text.ts';

const perCopy = 50_000;

const firstWords =
  'Nord,Süd,West,Ost,Müller,Meyer,Becker,van Dijk,Jansen,Acme,Global,United,Alpha,Delta,Blue,Green,Smart,Data'.split(
    ',',
  );
export const lastWords =
  'Systems,Logistik,Solutions,Services,Maschinenbau,Bau,Software,Handel,Consulting,Technik,Energy,Medical,Foods'.split(
    ',',
  );
const forms = 'GmbH,AG,BV,Inc,LLC,Ltd,SA,SARL,GmbH & Co. KG,NV'.split(',');
const syllables =
  'ba,be,bo,da,de,do,fa,fe,ga,go,ka,ke,ko,la,le,li,lo,ma,me,mi,mo,na,ne,no,pa,pe,ra,re,ri,ro,sa,se,ta,te,to,va,vi,wa,xo,za'.split(
    ',',
  );
export type Company = { readonly name: string; readonly domain: string | null; readonly country: string };

/** Names as companies have them: a made-up word, often with a common one before or after it, and a legal form. */
export function company(random: Chance): Company {
  const made = Array.from({ length: random.between(3, 5) }, () => random.pick(syllables)).join('');
  const own = made[0]?.toUpperCase() + made.slice(1);
  const before = random.happens(0.3) ? `${random.pick(firstWords)} ` : '';
  const after = random.happens(0.6) ? ` ${random.pick(lastWords)}` : '';
  const country = random.pick(['DE', 'NL', 'US', 'GB', 'FR']);
  const host = companyNameKey(`${before}${own}`).replaceAll(' ', random.pick(['', '-']));
  const domain = random.happens(0.8) ? `${host}.${random.pick(['com', 'de', 'nl', 'io', 'co.uk'])}` : null;
  return { name: `${before}${own}${after} ${random.pick(forms)}`, domain, country };
}

/** Copies so many accounts into a company, without the blocks under which they are found. */
export async function fillCompanies(
  { organization: { orgId: org }, ports: { pool, ids } }: Context,
  accounts: number,
  random: Chance,
  made: (one: Company) => void = () => {},
): Promise<void> {
  for (let from = 0; from < accounts; from += perCopy) {
    const lines: string[] = [];
    for (let n = from; n < Math.min(accounts, from + perCopy); n += 1) {
      const one = company(random);
      made(one);
      const { name, domain, country } = one;
      const id = ids.next(Date.now());
      lines.push(copyLine([id, n + 1, name, companyNameKey(name), domain, country, sortKey(name)]));
    }
    const columns = 'account_id, number, name, name_key, domain, country, sort_key';
    await writeTransaction(pool, { org }, async (tx) => {
      await tx.query(
        `create temporary table filling on commit drop as select ${columns} from tandem.account with no data`,
      );
      await tx.copyIn('copy filling from stdin', [lines.join('')]);
      await tx.query(`insert into tandem.account (org_id, ${columns}) select $1, ${columns} from filling`, [
        org,
      ]);
    });
  }
}
