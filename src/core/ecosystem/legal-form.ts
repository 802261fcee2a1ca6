/**
 * Legal forms of companies, as they stand in a folded name (`companyNameKey` in Latin letters): no dots, no case.
 * Several words are one form. They are taken from the end of a name, some from its beginning, and never leave nothing.
 *
 * Handbook: docs/handbook/account.md
 */

const atTheEnd = `
inc|incorporated|corp|corporation|co|company|llc|llp|lp|ltd|limited|plc|pllc|pc|pbc|lllp|ltd co|co ltd|pty ltd|pty|pte ltd
pte|private limited|pvt ltd|pvt|unlimited|cic|gmbh|mbh|ggmbh|ag|kg|kgaa|ohg|ug|se|ek|ev|eg|gbr|gmbh and co kg|gmbh co kg
gmbh and co kgaa|ag and co kg|ug haftungsbeschrankt|gesmbh|ges mbh|aktiengesellschaft|gesellschaft mit beschrankter haftung
sa|sas|sasu|sarl|eurl|snc|sca|scs|sci|scop|societe anonyme|sprl|bvba|srl|srls|spa|sapa|sas di|scarl|scrl|sl|slu|sll|sau
slne|sociedad limitada|sociedad anonima|lda|limitada|unipessoal lda|ltda|eireli|me|sa de cv|s de rl de cv|sapi de cv
de cv|bv|nv|vof|cv|cvba|ab|publ|ab publ|hb|as|asa|ans|da|aps|a s|i s|p s|ivs|oy|oyj|ky|oue|ou|sia|uab|vsi|sp zoo|sp z oo
sp z o o|spolka z oo|spolka akcyjna|sp j|sp k|sro|s r o|spol s ro|vos|doo|dd|ad|ead|eood|ood|kft|zrt|nyrt|bt|srl d|sa ro
ae|epe|ike|oe|ooo|oao|zao|pao|ao|ip|tov|pat|too|as is|a o|ltd sti|sti|tas|san tic|kk|kabushiki kaisha|gk|godo kaisha
yugen kaisha|co kg|sdn bhd|bhd|tbk|holding|holdings|group|gruppe|groep|groupe|grupo|international|intl`;

const atTheBeginning = 'ooo|oao|zao|pao|ao|tov|pt|cv|ud|sc|sia|uab|as|ou|kabushiki kaisha';

/** By their last word, so that few are tried. */
const endings = byLastWord(formsIn(atTheEnd));
const beginnings = formsIn(atTheBeginning);

/** A name without its legal forms, and the forms in the order in which they stood, joined by a blank. */
export function splitLegalForm(folded: string): { readonly core: string; readonly form: string } {
  let words = folded.split(' ');
  if (words.length > 1 && words[0] === 'the') words = words.slice(1);
  const forms: string[] = [];
  for (;;) {
    const at = endings.get(words.at(-1) ?? '')?.find((form) => endsWith(words, form));
    if (at === undefined || at.length >= words.length) break;
    forms.unshift(at.join(' '));
    words = words.slice(0, -at.length);
    if (words.length > 1 && words.at(-1) === 'and') words = words.slice(0, -1);
  }
  const first = beginnings.find((form) => form.every((word, index) => words[index] === word));
  if (first !== undefined && first.length < words.length) {
    forms.push(first.join(' '));
    words = words.slice(first.length);
  }
  return { core: words.join(' '), form: forms.join(' ') };
}

function formsIn(text: string): readonly (readonly string[])[] {
  return text
    .split(/[|\n]/)
    .filter((form) => form !== '')
    .map((form) => form.split(' '))
    .sort((a, b) => b.length - a.length);
}

function byLastWord(forms: readonly (readonly string[])[]): Map<string, (readonly string[])[]> {
  const groups = new Map<string, (readonly string[])[]>();
  for (const form of forms) {
    const last = form.at(-1) ?? '';
    groups.set(last, [...(groups.get(last) ?? []), form]);
  }
  return groups;
}

function endsWith(words: readonly string[], form: readonly string[]): boolean {
  const from = words.length - form.length;
  return from >= 0 && form.every((word, index) => words[from + index] === word);
}
