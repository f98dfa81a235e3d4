/** The run that is drawn before anything is loaded. Read on the server only; a page gets the part that it draws. */
import { precomputedRunSchema } from "@/lib/pipeline/trace";
import file from "./dev-run.json";
import { DEFAULT_LAB_STATE } from "./lab-state";
import type { LabStart } from "./lab-view";

const run = precomputedRunSchema.parse(file);
/** Of those that did not make the slate, the best ranked are enough to tell its story. */
const KEPT_OTHERS = 40;

export function precomputedStart(): LabStart {
  const [first] = run.runs;
  if (!first) throw new Error("The precomputed run holds no recommendation.");
  const others = first.recommendation.others
    .filter((trace) => trace.position.ranked !== null)
    .sort((a, b) => (a.position.ranked ?? 0) - (b.position.ranked ?? 0))
    .slice(0, KEPT_OTHERS);
  return {
    state: DEFAULT_LAB_STATE,
    card: run.card,
    user: first.user,
    recommendation: { ...first.recommendation, others },
  };
}

/** For the small figure: the slate, and nothing that it does not draw. */
export function compactStart(): LabStart {
  const start = precomputedStart();
  return {
    ...start,
    card: { ...start.card, curve: [] },
    user: { ...start.user, history: [] },
    recommendation: { ...start.recommendation, others: [] },
  };
}
