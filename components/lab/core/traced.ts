/** What the lab's tables and stories read of a run, in any world. */
import type { StepTrace } from "@/lib/pipeline/trace";

export type SourceTrace = {
  source: string;
  asked: number;
  returned: number;
  onlyHere: number;
  inSlate: number;
  milliseconds: number;
};

export type TracedItem = {
  card: { item: number; title: string };
  sources: readonly { source: string; rank: number }[];
  score: number | null;
  /** 1-based places; null when it was no longer there. */
  position: { readonly ranked: number | null; readonly slate: number | null };
  moves: readonly { step: string; from: number; to: number; reason: string }[];
  left: { step: string; reason: string } | null;
};

export type TracedRun<Item extends TracedItem = TracedItem> = {
  steps: readonly StepTrace[];
  sources: readonly SourceTrace[];
  slate: readonly Item[];
  /** Others of interest that the trace follows. */
  others: readonly Item[];
};
