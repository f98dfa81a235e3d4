/** Where to go on: the unfinished text that was read last. */
import type { Progress, Reading } from "@/lib/reading/reading";

/** Among the given pages; null when nothing is begun, or all that is begun is finished. */
export function resumeFrom(reading: Reading, paths: readonly string[]): Progress | null {
  const begun = reading.progress
    .filter(({ path, isFinished }) => !isFinished && paths.includes(path))
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return begun[0] ?? null;
}

/** The page, at the furthest heading reached. */
export const placeOf = ({ path, anchor }: { path: string; anchor: string }): string =>
  anchor ? `${path}#${anchor}` : path;
