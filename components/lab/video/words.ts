/** What things are called in the video lab. */
import type { StageGroup } from "@/components/lab/core/funnel/funnel-stages";
import type { PipelineWords } from "@/components/lab/core/words";
import type { DropReason, SourceName, StepName } from "@/lib/pipeline/video/names";

export const SOURCE_LABELS: Record<SourceName, string> = {
  "two-tower": "Two-tower",
  "item-to-item": "Item-to-item",
  subscriptions: "Subscriptions",
  fresh: "Fresh uploads",
  popularity: "Popularity",
  exploration: "Exploration",
};

export const DROP_LABELS: Record<DropReason, string> = {
  seen: "already watched",
  policy: "withheld by policy",
  region: "blocked in the viewer’s region",
  language: "another language",
  "below-rank-limit": "below the rank limit",
  duplicate: "a copy of a video above",
  "creator-cap": "creator has enough above",
  "below-slate": "below the slate",
};

export const VIDEO_WORDS: PipelineWords<StepName, SourceName, DropReason> = {
  item: "video",
  items: "videos",
  steps: {
    retrieve: {
      label: "Retrieve",
      purpose: "Each source brings its own list, best first. None of them knows of the others.",
    },
    merge: {
      label: "Merge",
      purpose:
        "The lists become one; a video that several sources brought stands in it once and keeps all of its ranks.",
    },
    filter: {
      label: "Filter",
      purpose: "What may not be shown to this viewer goes before anything is spent on ranking it.",
    },
    rank: {
      label: "Rank",
      purpose:
        "The ranker predicts what the viewer would do with each candidate; the head weights make one score of that.",
    },
    rules: {
      label: "Rules",
      purpose: "What must hold for the slate as a whole, whatever the scores say.",
    },
    diversify: {
      label: "Diversify",
      purpose: "The slate is filled one by one: each next video is good, and unlike those above it.",
    },
  },
  sources: SOURCE_LABELS,
  reasons: DROP_LABELS,
};

/** The three stages that people talk about. */
export const STAGE_GROUPS: readonly StageGroup[] = [
  { id: "retrieve", label: "Retrieve", steps: ["retrieve", "merge", "filter"] },
  { id: "rank", label: "Rank", steps: ["rank"] },
  { id: "rerank", label: "Re-rank", steps: ["rules", "diversify"] },
];
