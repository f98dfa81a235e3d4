/** Turns a run into the story that the lab shows: the funnel, the winners, and why the others lost. */
import { chooseOthers, createStoryteller, describeSources } from "../explain";
import type { TabularModel } from "../ranking/tabular-model";
import { type AdScene, adCard, featureValues, requestSummary } from "./cards";
import type { AdEncoder } from "./encoder";
import type { AdKnobs } from "./knobs";
import { candidateFeatures } from "./pipeline";
import { type AdServing, predictorOf } from "./serving";
import type { AdBid, AdItemTrace, AdRun } from "./trace";
import { judgeAgainstBest, trueClick } from "./truth-of-request";
import type { AdPipelineRun, AdQuery } from "./types";

const CROSSES_SHOWN = 5;
/** Ads beside the winners whose features are told. */
const FULL_OTHERS = 5;
const NOTHING = new Int32Array(0);

/** Pairs of features by what they add to the logit of one example. */
function describeCrosses(model: TabularModel, encoder: AdEncoder, raw: Parameters<AdEncoder["encode"]>[0]) {
  const name = (feature: number) => encoder.names[feature] ?? `feature ${feature}`;
  return model
    .crosses(encoder.encode(raw), 0)
    .filter(({ left, right }) => left !== right)
    .slice(0, CROSSES_SHOWN)
    .map(({ left, right, logit }) => ({ left: name(left), right: name(right), logit }));
}

function describeBid(query: AdQuery, ad: number): AdBid | null {
  const entry = query.notes.entries.get(ad);
  if (!entry) return null;
  const { bid, pacing, quality, eCpm, explored, calibrated } = entry;
  const price = query.notes.prices.get(ad) ?? null;
  const needed = query.notes.lastWinningECpm / (1000 * pacing * explored * quality);
  return {
    bid,
    pacing,
    quality,
    eCpm,
    price,
    pricePerMille: price === null ? null : 1000 * price * calibrated,
    winningBid: price === null && Number.isFinite(needed) ? needed : null,
  };
}

class AdStoryteller {
  private readonly tell;
  private readonly lightScores: ReadonlyMap<number, number>;

  constructor(
    private readonly scene: AdScene,
    private readonly serving: AdServing,
    private readonly query: AdQuery,
    private readonly knobs: AdKnobs,
    run: AdPipelineRun,
  ) {
    const light = run.after.get("light-rank");
    this.tell = createStoryteller(run, "retrieved", {
      "light-rank": light?.items ?? NOTHING,
      rank: run.rankedOrder,
      auction: query.notes.auctionOrder,
      slate: run.slate,
    });
    this.lightScores = new Map(Array.from(light?.items ?? [], (ad, i) => [ad, light?.scores[i] as number]));
  }

  trace(ad: number, isFull: boolean): AdItemTrace {
    const { scene, serving, query } = this;
    const { shelf } = serving;
    const story = this.tell(ad);
    const entry = query.notes.entries.get(ad);
    const truth = trueClick(serving, query, ad);
    const place = shelf.placeOf[ad] as number;
    return {
      card: adCard(scene, ad, query.request.day),
      ...(story as Pick<AdItemTrace, "sources" | "heads" | "position" | "moves" | "left">),
      score: entry?.eCpm ?? null,
      lightScore: this.lightScores.get(ad) ?? null,
      prediction: entry
        ? {
            raw: entry.raw,
            corrected: entry.corrected,
            calibrated: entry.calibrated,
            explored: entry.explored,
          }
        : null,
      auction: describeBid(query, ad),
      truth,
      trueECpm: 1000 * (shelf.bids[place] as number) * truth,
      ...(isFull ? this.explain(ad) : { features: [], crosses: [] }),
    };
  }

  /** What the model saw of an ad, and which pairs of it counted. */
  private explain(ad: number): Pick<AdItemTrace, "features" | "crosses"> {
    const { serving, query, knobs } = this;
    const raw = candidateFeatures(serving, query, Int32Array.of(ad));
    const { trained } = predictorOf(serving.models, knobs.ranker);
    const crosses = trained ? describeCrosses(trained.model, trained.encoder, raw) : [];
    return { features: featureValues(raw, 0), crosses };
  }
}

export function explainAdRun(
  scene: AdScene,
  serving: AdServing,
  query: AdQuery,
  knobs: AdKnobs,
  run: AdPipelineRun,
  backend: string,
): AdRun {
  const teller = new AdStoryteller(scene, serving, query, knobs, run);
  const { expectedClicks: _, ...outcome } = judgeAgainstBest(serving, query, knobs, run);
  const liveAds = serving.shelf.ads.length;
  const byWorth = Array.from(query.notes.auctionOrder).filter((ad) => !run.slate.includes(ad));
  const others = [...new Set([...byWorth.slice(0, 60), ...chooseOthers(run)])]
    .filter((ad) => !run.slate.includes(ad))
    .slice(0, 120);
  return {
    request: requestSummary(scene, query.number, query.edits),
    knobs,
    liveAds,
    ranker: knobs.ranker,
    totalMilliseconds: run.totalMilliseconds,
    steps: run.steps.map((step) => (step.step === "retrieve" ? { ...step, itemsIn: liveAds } : { ...step })),
    sources: describeSources(run),
    slate: Array.from(run.slate, (ad) => teller.trace(ad, true)),
    others: others.map((ad, i) => teller.trace(ad, i < FULL_OTHERS)),
    outcome,
    backend,
  };
}
