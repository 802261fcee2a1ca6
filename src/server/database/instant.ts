const ZERO = 48;
const SPACE = 32;

/**
 * Reads an instant as PostgreSQL writes it in a session that is set to UTC (`2026-03-01 12:34:56.789+00`) as epoch
 * milliseconds; what lies under a millisecond is cut off. Read by place, since facts come by the hundred thousand and
 * each has several; anything of another form goes the slow way round. NaN where it is no instant (`infinity`).
 */
export function readInstant(text: string): number {
  const end = text.length - 3;
  const isPlain =
    end >= 19 &&
    text.charCodeAt(10) === SPACE &&
    text.charCodeAt(0) !== ZERO &&
    text.endsWith('+00') &&
    text.charCodeAt(4) === 45;
  if (!isPlain) return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  const year = two(text, 0) * 100 + two(text, 2);
  const seconds = Date.UTC(year, two(text, 5) - 1, two(text, 8), two(text, 11), two(text, 14), two(text, 17));
  return seconds + milliseconds(text, end);
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

/** The first three digits after the point; digits that are not there are zeros. */
function milliseconds(text: string, end: number): number {
  let value = 0;
  for (let at = 20; at < 23; at += 1) value = value * 10 + (at < end ? text.charCodeAt(at) - ZERO : 0);
  return value;
}
