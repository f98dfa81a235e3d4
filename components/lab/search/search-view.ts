/** The types of the search lab. Types only, so that the first paint loads neither schemas nor models. */
import type { LabLive, LabView } from "@/components/lab/core/lab-types";
import type { SearchLabState } from "@/lib/pipeline/product-search/lab-state";
import type { SearchModelCard } from "@/lib/pipeline/product-search/measures";
import type { SearchTrace, SearchTrainingPoint } from "@/lib/pipeline/product-search/trace";

/** Everything a page hands over: a search that was run beforehand, and the models it was run with. */
export type SearchLabStart = { state: SearchLabState; card: SearchModelCard; trace: SearchTrace };

export type SearchLabShape = {
  state: SearchLabState;
  own: {
    trace: SearchTrace;
    /** The same text and models with the knobs as shipped: what moves are measured against. */
    baseline: SearchTrace;
    card: SearchModelCard;
    /** What is searched: the state's own text, or a query that stands for it. */
    text: string;
  };
  point: SearchTrainingPoint;
  live: { shippedModelsUrl: string };
  part: "world" | "models" | "query" | "results";
};
export type SearchLive = LabLive<SearchLabShape>;
export type SearchLabView = LabView<SearchLabShape>;
