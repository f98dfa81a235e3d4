/**
 * Team-draft interleaving: two rankings fill one page in turns, clicks are credited to the side that placed the result (Radlinski,
 * Kurup & Joachims, How Does Clickthrough Data Reflect Retrieval Quality?, 2008; preference as in Chapelle, Joachims, Radlinski &
 * Yue, Large-Scale Validation and Analysis of Interleaved Search Evaluation, 2012).
 */
import type { Random } from "@/lib/random";

export const TEAM_A = 0;
export const TEAM_B = 1;

/** `teams[i]` placed `items[i]`. */
export type InterleavedPage = { readonly items: Int32Array; readonly teams: Uint8Array };

/**
 * Each round a coin says who picks first; then each side adds its best result that is not on the page. Ends at `size`
 * results or when both are used up; a side that is used up lets the other go on.
 */
export function teamDraft(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  size: number,
  random: Random,
): InterleavedPage {
  const rankings = [a, b] as const;
  const next = [0, 0];
  const items: number[] = [];
  const teams: number[] = [];
  const placed = new Set<number>();
  const pick = (team: typeof TEAM_A | typeof TEAM_B) => {
    const ranking = rankings[team];
    while ((next[team] as number) < ranking.length && placed.has(ranking[next[team] as number] as number))
      next[team] = (next[team] as number) + 1;
    const item = ranking[next[team] as number];
    if (item === undefined || items.length >= size) return;
    placed.add(item);
    items.push(item);
    teams.push(team);
  };
  for (let before = -1; items.length < size && items.length > before; ) {
    before = items.length;
    const isAFirst = random.next() < 0.5;
    pick(isAFirst ? TEAM_A : TEAM_B);
    pick(isAFirst ? TEAM_B : TEAM_A);
  }
  return { items: Int32Array.from(items), teams: Uint8Array.from(teams) };
}

/** Who has more clicks on a page: 1 for A, -1 for B, 0 for a tie. `clicked[i]` is above 0 for a clicked result. */
export function winnerOfPage({ teams }: InterleavedPage, clicked: ArrayLike<number>): -1 | 0 | 1 {
  let lead = 0;
  for (let place = 0; place < teams.length; place++)
    if ((clicked[place] as number) > 0) lead += teams[place] === TEAM_A ? 1 : -1;
  return lead > 0 ? 1 : lead < 0 ? -1 : 0;
}

export type InterleavingCounts = { readonly winsA: number; readonly winsB: number; readonly ties: number };

/** `\Delta = \frac{\mathrm{wins}_A + \mathrm{ties} / 2}{\mathrm{wins}_A + \mathrm{wins}_B + \mathrm{ties}} - \frac12`, within half on either side; 0 without pages. */
export function interleavingPreference({ winsA, winsB, ties }: InterleavingCounts): number {
  const pages = winsA + winsB + ties;
  return pages === 0 ? 0 : (winsA + ties / 2) / pages - 0.5;
}

/** Standard error of the preference: `\frac{1}{2} \sqrt{(p_A + p_B - (p_A - p_B)^2) / n}`, the p shares of n pages. */
export function interleavingStandardError({ winsA, winsB, ties }: InterleavingCounts): number {
  const pages = winsA + winsB + ties;
  const [shareA, shareB] = [winsA / pages, winsB / pages];
  return Math.sqrt((shareA + shareB - (shareA - shareB) ** 2) / pages) / 2;
}
