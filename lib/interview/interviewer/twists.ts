/** Did the design change after a requirement changed? Only what was written after the twist counts. */
import { POINT_COEFFICIENTS } from "@/lib/grading/alignment/calibration";
import { findEvidence, read } from "@/lib/grading/alignment/evidence";
import type { Answers, Part, Receipt } from "@/lib/grading/types";
import type { PreparedInterviewer } from "./prepare";

export type Adaptation = { adapted: boolean; credit: number; receipt: Receipt | null };

const ADAPTED = 0.5;
const NOTHING: Adaptation = { adapted: false, credit: 0, receipt: null };

/**
 * Evidence in `after` for one of the twist's sentences.
 * @param before the answers when the twist was announced; a receipt that already stood there does not count
 */
export function twistAdapted(
  prepared: PreparedInterviewer,
  twistId: string,
  before: Answers,
  after: Answers,
): Adaptation {
  const index = prepared.script.twists.findIndex(({ id }) => id === twistId);
  if (index < 0) return NOTHING;
  const reading = read(after, prepared.twists);
  const stoodBefore = (part: Part, start: number, end: number) =>
    (before[part] ?? "").includes((after[part] ?? "").slice(start, end));
  const isNew = reading.windows.map(
    (window) => !window.segments.every(({ start, end }) => stoodBefore(window.part, start, end)),
  );
  const fresh = {
    ...reading,
    windows: reading.windows.filter((_, i) => isNew[i]),
    keyShares: reading.keyShares.map((shares) => shares.filter((_, i) => isNew[i])),
    recalls: new Map(),
  };
  const evidence = findEvidence(fresh, prepared.twists, index, POINT_COEFFICIENTS);
  if (!evidence || evidence.gated < 0.2) return NOTHING;
  return { adapted: evidence.gated >= ADAPTED, credit: evidence.gated, receipt: evidence.receipt };
}
