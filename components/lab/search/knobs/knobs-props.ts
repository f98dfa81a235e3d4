import type { SearchKnobs } from "@/lib/pipeline/product-search/knobs";

export type KnobsProps = { knobs: SearchKnobs; onChange: (knobs: SearchKnobs) => void };
