/** The types of the video lab. Types only, so that the first paint loads neither schemas nor models. */
import type { LabLive, LabView } from "@/components/lab/core/lab-types";
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
export type VideoLabStart = {
  state: LabState;
  card: ModelCard;
  user: UserProfile;
  recommendation: Recommendation;
};

export type VideoLabShape = {
  state: LabState;
  own: {
    recommendation: Recommendation;
    /** The same audience and models with the knobs as shipped: what moves are measured against. */
    baseline: Recommendation;
    /** The user whose history is shown, or was edited. */
    user: UserProfile;
    /** Newest first. */
    history: readonly VideoCard[];
    card: ModelCard;
    /** Measured in this browser, with the knobs it was measured with; null until asked for. */
    measured: { metrics: OfflineMetrics; query: string } | null;
    isMeasuring: boolean;
    /** Lists that the index is grouped into; null while it is not. */
    lists: { lists: number; milliseconds: number } | null;
  };
  point: TrainingPoint;
  live: { shippedModelsUrl: string };
  part: "backend" | "world" | "models" | "lists" | "audience" | "slate";
};
export type VideoLive = LabLive<VideoLabShape>;
export type VideoLabView = LabView<VideoLabShape>;
