/** The run that is drawn before anything is loaded. Read on the server only; a page gets the part that it draws. */

import type { VideoLabStart } from "@/components/lab/video/video-view";
import { DEFAULT_LAB_STATE } from "@/lib/pipeline/video/lab-state";
import { precomputedVideoRun } from "@/lib/pipeline/video/precomputed";

/** The first of the stored runs. */
export function precomputedStart(): VideoLabStart {
  const { card, runs } = precomputedVideoRun;
  const [shown] = runs;
  if (!shown) throw new Error("There is no stored run of the video pipeline.");
  return { state: DEFAULT_LAB_STATE, card, user: shown.user, recommendation: shown.recommendation };
}

/** For the small figure: the slate, and nothing that it does not draw. */
export function compactStart(): VideoLabStart {
  const start = precomputedStart();
  return {
    ...start,
    card: { ...start.card, curve: [] },
    user: { ...start.user, history: [] },
    recommendation: { ...start.recommendation, others: [] },
  };
}
