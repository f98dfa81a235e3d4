/**
 * Delimited text, a line at a time: which separator a sample uses, and the cells of a line. Quoted cells may hold the
 * separator and doubled quotes (RFC 4180), but no line break: a line of the file is a row, so that faults can name it.
 */

export const SEPARATORS = ["\t", "::", ";", "|", ","] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The cells of one line, trimmed and unquoted; null when a quote is never closed. */
export function splitCells(line: string, separator: Separator): string[] | null {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(line.slice(at));
    const after = at + (quoted ? quoted[0].length : 0);
    if (quoted && (after === line.length || line.startsWith(separator, after))) {
      cells.push((quoted[1] as string).replaceAll('""', '"').trim());
      if (after === line.length) return cells;
      at = after + separator.length;
      continue;
    }
    if (/^\s*"/.test(line.slice(at)) && !quoted) return null;
    const next = line.indexOf(separator, at);
    cells.push(line.slice(at, next < 0 ? line.length : next).trim());
    if (next < 0) return cells;
    at = next + separator.length;
  }
}

/** How many columns most lines have, and how many lines that is. */
function commonWidth(lines: readonly string[], separator: Separator): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const width = splitCells(line, separator)?.length ?? 0;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { width, share: count / Math.max(1, lines.length) };
}

/** The separator that gives most lines the same number of columns; of equals the one that gives more. */
export function detectSeparator(lines: readonly string[]): Separator | null {
  let best: { separator: Separator; value: number } | null = null;
  for (const separator of SEPARATORS) {
    const { width, share } = commonWidth(lines, separator);
    if (width < 2) continue;
    const value = (share >= 0.8 ? 1_000 : share) * width;
    if (!best || value > best.value) best = { separator, value };
  }
  return best?.separator ?? null;
}
