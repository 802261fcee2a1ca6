import { judgeAccent } from '#core/portal/accent.ts';
import { headerText, type MailAddress, type MailMessage } from './message.ts';

/** What a letter says, before it has a form. All texts are plain; the forms escape them. */
export type Letter = {
  /** The language of its texts, English unless told. */
  readonly language?: string;
  /** How whoever writes looks, where that is not Tandem. */
  readonly look?: LetterLook;
  /** What stands before the address of the action, which some mail programs do not link. */
  readonly orOpen?: string;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** A list of things, each with where it leads. */
  readonly items?: readonly LetterLink[];
  readonly action?: LetterLink;
  readonly footnotes: readonly (string | LetterLink)[];
};

/** How a company looks in what it writes: its name, as the sender's too, and its accent, six hex digits behind a #. */
export type LetterLook = { readonly name: string; readonly accent: string | null };

/** Words that lead somewhere. */
export type LetterLink = { readonly label: string; readonly link: string };

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A link is one that a browser opens by http or https, or the letter is not written. */
function ensureWebLink(link: string): string {
  const { protocol } = new URL(link);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('a link in a letter is a web address');
  return link;
}

/** The colours of links and buttons on the screen, in light. */
const ownTones = { fill: '#0b6b62', on: '#ffffff', textOnLight: '#0b6b62' };

/** The colours of a letter; Tandem's own where the company has none, or none that can be seen (PB-1 to PB-3). */
function tonesOf({ look }: Letter): typeof ownTones {
  const verdict = judgeAccent(look?.accent ?? '');
  return verdict.kind === 'fits' ? verdict.tones : ownTones;
}

function mjmlOf(letter: Letter): string {
  const tones = tonesOf(letter);
  const paragraphs = letter.paragraphs.map((text) => `<mj-text>${escapeHtml(text)}</mj-text>`).join('');
  const items = (letter.items ?? [])
    .map((item) => `<mj-text>${anchor(item, tones.textOnLight)}</mj-text>`)
    .join('');
  const footnotes = letter.footnotes
    .map((note) => (typeof note === 'string' ? escapeHtml(note) : anchor(note, tones.textOnLight)))
    .map((html) => `<mj-text font-size="13px" color="#5f5d56">${html}</mj-text>`)
    .join('');
  const action = letter.action
    ? `<mj-button href="${escapeHtml(letter.action.link)}" align="left" background-color="${tones.fill}" color="${tones.on}"
        font-size="16px" border-radius="6px">${escapeHtml(letter.action.label)}</mj-button>
       <mj-text font-size="13px" color="#5f5d56">${escapeHtml(letter.orOpen ?? 'Or open this address:')} ${escapeHtml(letter.action.link)}</mj-text>`
    : '';
  const head =
    letter.look === undefined
      ? ''
      : `<mj-text font-weight="600" color="${tones.textOnLight}">${escapeHtml(letter.look.name)}</mj-text>`;
  return `<mjml lang="${escapeHtml(letter.language ?? 'en')}"><mj-head>
    <mj-title>${escapeHtml(letter.subject)}</mj-title>
    <mj-preview>${escapeHtml(letter.items?.[0]?.label ?? letter.paragraphs[0] ?? letter.subject)}</mj-preview>
    <mj-attributes>
      <mj-all font-family="system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif" />
      <mj-text font-size="16px" line-height="1.5" color="#1d1c19" padding="8px 24px" />
      <mj-button padding="12px 24px" />
    </mj-attributes>
  </mj-head><mj-body background-color="#fbfbf9"><mj-section background-color="#ffffff" padding="24px 0"><mj-column>
    ${head}<mj-text font-weight="600">${escapeHtml(letter.greeting)}</mj-text>${paragraphs}${items}${action}${footnotes}
  </mj-column></mj-section></mj-body></mjml>`;
}

function anchor({ label, link }: LetterLink, color: string): string {
  return `<a href="${escapeHtml(link)}" style="color:${color}">${escapeHtml(label)}</a>`;
}

function textOf(letter: Letter): string {
  const items = (letter.items ?? []).map(({ label, link }) => `- ${label}\n  ${link}`);
  const action = letter.action ? [`${letter.action.label}:\n${letter.action.link}`] : [];
  const notes = letter.footnotes.map((note) =>
    typeof note === 'string' ? note : `${note.label}: ${note.link}`,
  );
  return `${[letter.greeting, ...letter.paragraphs, ...items, ...action, ...notes].join('\n\n')}\n`;
}

/**
 * Gives a letter its two forms, for one addressee. mjml is loaded by the first letter, since it takes half a second
 * that starting the server should not.
 */
export async function writeLetter(to: MailAddress, letter: Letter): Promise<MailMessage> {
  const links = [letter.action ?? [], letter.items ?? [], letter.footnotes].flat();
  for (const one of links) if (typeof one !== 'string') ensureWebLink(one.link);
  const { default: renderMjml } = await import('mjml');
  // No fonts: mjml would load those it knows by name from a server of Google, which would then see who reads what.
  const { html } = await renderMjml(mjmlOf(letter), { validationLevel: 'strict', fonts: {} });
  const name = to.name === undefined ? '' : headerText(to.name);
  const fromName = headerText(letter.look?.name ?? '');
  return {
    to: name === '' ? { address: to.address } : { address: to.address, name },
    ...(fromName === '' ? {} : { fromName }),
    subject: headerText(letter.subject),
    html,
    text: textOf(letter),
  };
}
