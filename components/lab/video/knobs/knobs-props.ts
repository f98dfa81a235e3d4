import type { Knobs } from "@/lib/pipeline/video/knobs";

export type KnobsProps = { knobs: Knobs; onChange: (knobs: Knobs) => void };
