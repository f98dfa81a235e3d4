import type { AdKnobs } from "@/lib/pipeline/ads/knobs";

export type AdKnobsProps = { knobs: AdKnobs; onChange: (knobs: AdKnobs) => void };
