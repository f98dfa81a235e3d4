/** What the lab shows at one moment. Types only, so that the first paint loads neither schemas nor models. */
import type { LabState } from "@/lib/pipeline/video/lab-state";
import type {
  ModelCard,
  OfflineMetrics,
  Recommendation,
  TrainingPoint,
  UserProfile,
  VideoCard,
} from "@/lib/pipeline/video/trace";

/** Everything a page hands over: a run that was computed beforehand, and the state it was computed with. */
export type LabStart = {
  state: LabState;
  card: ModelCard;
  user: UserProfile;
  recommendation: Recommendation;
};

export type LabPhase =
  /** The precomputed run; nothing is loaded. */
  | "still"
  /** The worker is being started, or it builds a world, loads or trains models. */
  | "starting"
  /** Knobs answer at once. */
  | "live"
  | "failed";

export type TrainingView = {
  points: readonly TrainingPoint[];
  isRunning: boolean;
  isPaused: boolean;
  isOwn: boolean;
};

export type LabView = {
  phase: LabPhase;
  state: LabState;
  recommendation: Recommendation;
  /** Slates that the present worker has made: the first is slower than those after it. */
  runs: number;
  /** The same audience and models with the knobs as shipped: what moves are measured against. */
  baseline: Recommendation;
  /** The user whose history is shown, or was edited. */
  user: UserProfile;
  /** Newest first. */
  history: readonly VideoCard[];
  card: ModelCard;
  training: TrainingView;
  /** Measured in this browser, with the knobs it was measured with; null until asked for. */
  measured: { metrics: OfflineMetrics; query: string } | null;
  isMeasuring: boolean;
  /** What is being done, in words; "" when nothing is. */
  activity: string;
  /** 0 to 1; null when unknown. */
  fraction: number | null;
  /** Which of the long steps of a start this is; null when there is but one. */
  step: { number: number; of: number } | null;
  /** Lists that the index is grouped into; null while it is not. */
  lists: { lists: number; milliseconds: number } | null;
  /** What was decided for the visitor, and why: shown until it no longer holds. */
  notices: Readonly<Partial<Record<"device" | "backend" | "audience" | "stopped", string | null>>>;
  /** Why it failed, for the person who sees it. */
  error: string | null;
};

export function initialView(start: LabStart): LabView {
  return {
    phase: "still",
    state: start.state,
    recommendation: start.recommendation,
    runs: 0,
    baseline: start.recommendation,
    user: start.user,
    history: start.user.history.map((entry) => entry.card),
    card: start.card,
    training: { points: start.card.curve, isRunning: false, isPaused: false, isOwn: false },
    measured: null,
    isMeasuring: false,
    activity: "",
    fraction: null,
    step: null,
    lists: null,
    notices: {},
    error: null,
  };
}
