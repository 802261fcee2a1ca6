/** Where what the sender wrote ends: the mark of a signature, or the head of a mail that is quoted below. */
const endings = [
  /^-- ?$/,
  /^_{10,}$/,
  /^-{3,} ?(original|forwarded) message ?-{3,}$/i,
  /^begin forwarded message:$/i,
  /^on .{5,200} wrote:$/i,
  /^am .{5,200} schrieb.{0,100}:$/i,
  /^(from|van|von|de): .+@/i,
];
const greeting =
  /^(hi|hello|hey|dear|good (morning|afternoon|day)|hallo|beste|liebe[r]?|bonjour)\b.{0,60}[,!:.]?$/i;
const closing =
  /^(best|kind|warm)?\s*(regards|wishes|thanks|cheers|thank you|groeten|gr(ü|ue)(ß|ss)e)\b.{0,20}$/i;
const longest = 300;
/** Nobody comes to the point later than this; what is behind it is not looked at. */
const looked = 5000;

/** What the sender of a mail wrote themselves: without quoted mails and what is below a signature's mark. */
export function wrote(text: string): string {
  const lines = text
    .slice(0, looked)
    .split('\n')
    .map((line) => line.trim());
  const end = lines.findIndex((line) => line.startsWith('>') || endings.some((one) => one.test(line)));
  return (end === -1 ? lines : lines.slice(0, end)).join('\n').trim();
}

/**
 * The first thing that the sender of a mail says in it, as one line: without greeting, quoted mails and signature. It is
 * a draft of what came of an act; whoever confirms the act reads and corrects it. Null where nothing is said.
 */
export function ownWords(text: string): string | null {
  const own = wrote(text).split(/\n{2,}/);
  const said = own
    .map((paragraph) =>
      paragraph
        .split('\n')
        .filter((line) => !greeting.test(line) && !closing.test(line))
        .join(' ')
        .replace(/\[https?:\/\/[^\]\s]*\]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .find((paragraph) => paragraph.length > 0);
  if (said === undefined) return null;
  return said.length <= longest
    ? said
    : `${said
        .slice(0, longest - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
