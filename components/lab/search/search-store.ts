/** The search lab: the mechanism of every lab (../core), and what only it can do: texts, suggestions, sizes, studies. */
import { LabStore } from "@/components/lab/core/lab-store";
import type { LabDefinition } from "@/components/lab/core/lab-types";
import { searchParts, worldKey } from "@/components/lab/search/search-parts";
import type { SearchLabShape, SearchLabStart, SearchLive } from "@/components/lab/search/search-view";
import type { OutcomeContent } from "@/lib/classroom/evidence/outcome";
import { AppError } from "@/lib/errors";
import type { SearchKnobs } from "@/lib/pipeline/product-search/knobs";
import type { SearchLabState, SearchStudy } from "@/lib/pipeline/product-search/lab-state";
import type { QuerySlice } from "@/lib/pipeline/product-search/names";
import type { ClickModelName, QuerySummary, SearchEffect } from "@/lib/pipeline/product-search/trace";

export type SearchVariant = { id: string; knobs: SearchKnobs };
const SUGGESTIONS = 8;

function defineSearchLab(
  start: SearchLabStart,
  importLive: () => Promise<SearchLive>,
): LabDefinition<SearchLabShape> {
  const { state, card, trace } = start;
  return {
    start: { state, points: card.curve, own: { trace, baseline: trace, card, text: trace.text } },
    importLive,
    parts: searchParts(start),
    waits: ["products", "study"],
    adopt: ({ text }) => (text === null ? {} : { text }),
    isUp: (held, shown) => held.world === worldKey(shown) && held.models !== null,
    restore: { model: "shipped", seed: card.world.seed, clickModel: card.world.clickModel },
  };
}

export class SearchLabStore extends LabStore<SearchLabShape> {
  constructor(start: SearchLabStart, importLive: () => Promise<SearchLive>) {
    super(defineSearchLab(start, importLive));
  }

  search(text: string): void {
    const asked = text.trim();
    if (asked === "") return;
    this.core.update({ text: asked });
    this.change({ text: asked });
  }
  setProducts(products: number): void {
    this.core.notice("device", null);
    this.change({ products });
  }
  /** Another behaviour writes another log: models of one's own learn from it. */
  setClickModel(clickModel: ClickModelName): void {
    this.change({ clickModel });
  }
  /** The towers, and one ranker on one kind of labels, which then ranks. */
  train(training: SearchLabState["training"], ranked: Pick<SearchKnobs, "ranker" | "labels">): void {
    this.change({ training, model: "own", knobs: { ...this.getView().state.knobs, ...ranked } });
  }
  /** What the studies are asked. Runs nothing. */
  setStudy(part: Partial<SearchStudy>): void {
    const { state } = this.getView();
    this.core.update({ state: { ...state, study: { ...state.study, ...part } } });
  }
  /** Queries of the world that begin with `text`; a spread sample without one. Starts the pipeline. */
  suggest(text: string, slice: QuerySlice | null): Promise<QuerySummary[]> {
    return this.ask("search-suggest", { text, ...(slice && { slice }), limit: SUGGESTIONS });
  }
  /** The present search with other knobs; the first answer, "base", is the search itself. */
  compare(variants: readonly SearchVariant[], signal?: AbortSignal): Promise<SearchEffect[]> {
    const { state, text } = this.getView();
    const params = { searched: { kind: "text", text } as const, knobs: state.knobs, variants: [...variants] };
    return this.ask("search-compare", params, signal && { signal });
  }
  /** What a run here gives: the page, and how good it truly is where the world knows the query. */
  async outcome(): Promise<OutcomeContent> {
    await this.whenLive(() => {});
    const { phase, trace } = this.getView();
    if (phase !== "live") throw new AppError("unavailable", "The pipeline gave no results.");
    const quality = trace.quality?.slate;
    return {
      items: trace.slate.map(({ card }) => card.item),
      figures: [
        ...(quality
          ? [
              { name: "True NDCG@10", value: quality.ndcg10 },
              { name: "True MRR@10", value: quality.mrr10 },
            ]
          : []),
        ...trace.steps.map(({ step, itemsOut }) => ({ name: `After ${step}`, value: itemsOut })),
      ],
    };
  }
  /** With the catalogue's size in it, so that it means the same on every device. */
  override link(): string | null {
    return super.link(["products"]);
  }
}
