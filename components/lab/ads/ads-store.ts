/** The ads lab: the mechanism of every lab (../core), and what only it can do: requests, changes to them, the ladder. */

import type { AdsAsk } from "@/components/lab/ads/ads-lab-types";
import { adsParts, askedBy, modelsOf, worldKey } from "@/components/lab/ads/ads-parts";
import type { AdsLabShape, AdsLabStart, AdsLive } from "@/components/lab/ads/ads-view";
import { LabStore } from "@/components/lab/core/lab-store";
import type { LabDefinition } from "@/components/lab/core/lab-types";
import type { OutcomeContent } from "@/lib/classroom/evidence/outcome";
import { AppError } from "@/lib/errors";
import type { AdKnobs } from "@/lib/pipeline/ads/knobs";
import type { AdLabState } from "@/lib/pipeline/ads/lab-state";
import type { AdModelName } from "@/lib/pipeline/ads/names";
import type { AdRequestEdits, AdRequestSummary, AdRun } from "@/lib/pipeline/ads/trace";

const PAGE = 200;
/** More than anybody reads through; a search finds the others by what they are. */
const MOST_REQUESTS = 2_000;

function defineAdsLab(start: AdsLabStart, importLive: () => Promise<AdsLive>): LabDefinition<AdsLabShape> {
  const { state, card, request, run } = start;
  return {
    start: { state, points: card.curve, own: { run, baseline: run, request, card, ladder: card.ladder } },
    importLive,
    parts: adsParts(start),
    waits: ["study"],
    isUp: (held, shown) => held.world === worldKey(shown) && held.models !== null,
    restore: { model: "shipped", seed: state.seed, impressions: state.impressions },
  };
}

export class AdsLabStore extends LabStore<AdsLabShape> {
  readonly #start: AdsLabStart;

  constructor(start: AdsLabStart, importLive: () => Promise<AdsLive>) {
    super(defineAdsLab(start, importLive));
    this.#start = start;
  }

  chooseRequest(request: number): void {
    this.core.notice("audience", null);
    this.change({ request, edits: {} });
  }
  /** The same person on the same site, otherwise. */
  editRequest(edits: AdRequestEdits): void {
    this.change({ edits });
  }
  train(training: AdLabState["training"]): void {
    this.change({ training, model: "own" });
  }
  /** What the studies are asked. Runs nothing. */
  setStudy(part: Partial<AdLabState["study"]>): void {
    const { state } = this.getView();
    this.core.update({ state: { ...state, study: { ...state.study, ...part } } });
  }
  /** Models that can predict now. */
  models(): readonly AdModelName[] {
    return modelsOf(this.getView().state, this.#start);
  }
  /** What a run here gives: the winners, and the revenue as predicted, as true, and at best. */
  async outcome(): Promise<OutcomeContent> {
    await this.whenLive(() => {});
    const { phase, run } = this.getView();
    if (phase !== "live") throw new AppError("unavailable", "The pipeline gave no auction.");
    const { predictedRevenue, expectedRevenue, bestRevenue } = run.outcome;
    return {
      items: run.slate.map(({ card }) => card.ad),
      figures: [
        { name: "Predicted revenue", value: predictedRevenue },
        { name: "True revenue", value: expectedRevenue },
        { name: "Best possible revenue", value: bestRevenue },
        { name: "Live ads", value: run.liveAds },
      ],
    };
  }
  /** `ask` for panels that know the calls of this world only. */
  readonly asker: AdsAsk = (name, params, options) => this.ask(name, params, options);
  /** The requests of the last day, in the order of time; starts the pipeline. */
  readonly listRequests = async (): Promise<AdRequestSummary[]> => {
    const first = await this.ask("ads-list-requests", { offset: 0, limit: PAGE });
    const pages = Math.ceil(Math.min(first.total, MOST_REQUESTS) / PAGE) - 1;
    const others = await Promise.all(
      Array.from({ length: pages }, (_, page) =>
        this.ask("ads-list-requests", { offset: (page + 1) * PAGE, limit: PAGE }),
      ),
    );
    return [first, ...others].flatMap(({ requests }) => requests);
  };
  /** The present request with other knobs. */
  runWith(knobs: AdKnobs, signal?: AbortSignal): Promise<AdRun> {
    const params = { ...askedBy(this.getView().state, this.#start), knobs };
    return this.ask("ads-request", params, signal && { signal });
  }
}
