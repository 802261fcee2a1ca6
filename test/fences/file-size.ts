import { type Fence, isTypeScript } from './fence.ts';

const MOST_LINES = 500;

/** No source file has more than 500 lines; most have fewer than 80. Generated files do not count. */
export const fileSize: Fence = {
  name: 'files stay small',
  covers: (path) => /^(src|seeds|test|bench)\//.test(path) && (isTypeScript(path) || path.endsWith('.css')),
  find(path, text) {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    if (lines <= MOST_LINES) return [];
    const message = `${lines} lines: split it by the nouns or verbs in it (at most ${MOST_LINES})`;
    return [{ rule: 'file-size', file: path, line: MOST_LINES + 1, message }];
  },
};
