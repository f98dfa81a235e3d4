import { formatMoney, formatRate } from "@/components/lab/ads/ads-format";
import { AD_SOURCE_LABELS, ADS_WORDS } from "@/components/lab/ads/ads-words";
import {
  againstTruth,
  type Bidder,
  usedRate,
  whyLost,
  whyPrice,
} from "@/components/lab/ads/auction/auction-words";
import { PredictionSteps } from "@/components/lab/ads/auction/prediction-steps";
import { tracedAd } from "@/components/lab/ads/traced";
import { ItemWay } from "@/components/lab/core/slate/item-way";
import { formatAge, formatCount } from "@/components/lab/format";
import type { AdRun } from "@/lib/pipeline/ads/trace";

/** Why an ad is here or is not: who brought it, what it predicts, what it bids, what it pays, what the models saw. */
export function AdStory({ trace, run }: { trace: Bidder; run: AdRun }) {
  const { card, position } = trace;
  const hasWon = position.slate !== null;
  return (
    <dl className="grid gap-3 text-sm [&_dt]:text-xs [&_dt]:font-medium [&_dt]:text-ink-2">
      <div>
        <dt>{hasWon ? "What it pays, and why" : "Why it lost"}</dt>
        <dd className="tabular-nums">
          {hasWon ? whyPrice(run, trace) : `${whyLost(run, trace)} ${againstTruth(run, trace)}`}
        </dd>
      </div>
      <div>
        <dt>From prediction to probability</dt>
        <dd>
          <PredictionSteps run={run} trace={trace} />
        </dd>
      </div>
      <div>
        <dt>eCPM, what it brings per thousand impressions</dt>
        <dd>
          <ECpmProduct trace={trace} />
        </dd>
      </div>
      <div>
        <dt>The ad</dt>
        <dd>
          {card.category}, {card.format}, of the campaign {card.campaign}; first shown{" "}
          {formatAge(card.ageDays)}, {formatCount(card.impressions)} impressions and{" "}
          {formatCount(card.clicks)} clicks so far.{" "}
          {card.targeting.length > 0 ? `Asks for ${card.targeting.join(", ")}.` : "Asks for everybody."}
        </dd>
      </div>
      <div>
        <dt>Who brought it</dt>
        <dd>{trace.sources.map((one) => `${AD_SOURCE_LABELS[one.source]} (rank ${one.rank})`).join(", ")}</dd>
      </div>
      <Crosses crosses={trace.crosses} />
      <Features features={trace.features} />
      <div>
        <dt>Its way, by its place</dt>
        <dd>
          <ItemWay
            item={tracedAd(trace)}
            words={ADS_WORDS}
            places={[
              ["when merged", position.retrieved],
              ["by the light ranker", position["light-rank"]],
              ["by the click probability", position.rank],
              ["in the auction", position.auction],
            ]}
          />
        </dd>
      </div>
    </dl>
  );
}

function ECpmProduct({ trace }: { trace: Bidder }) {
  const { bid, pacing, quality, eCpm } = trace.auction;
  return (
    <span className="tabular-nums">
      1,000 × bid {formatMoney(bid)}
      {pacing !== 1 && ` × pacing ${pacing.toFixed(2)}`} × click {formatRate(usedRate(trace))}
      {quality !== 1 && ` × quality ${quality.toFixed(2)}`} ={" "}
      <span className="font-medium">{formatMoney(eCpm)}</span>
      <span className="text-ink-2"> ({formatMoney(trace.trueECpm)} by the true click probability)</span>
    </span>
  );
}

function Crosses({ crosses }: Pick<Bidder, "crosses">) {
  if (crosses.length === 0) return null;
  return (
    <div>
      <dt>Pairs of features, and what each does to the predicted click</dt>
      <dd>
        {crosses.map(({ left, right, logit }) => (
          <span key={`${left} ${right}`} className="flex justify-between gap-3">
            <span className="min-w-0">
              {left} × {right}
            </span>
            <span className="whitespace-nowrap tabular-nums">
              {logit < 0 ? "takes " : "adds "}
              {Math.abs(logit).toFixed(2)}
            </span>
          </span>
        ))}
        <span className="mt-1 block text-xs text-ink-2">
          In logits: adding 0.7 doubles the odds of a click, taking 0.7 halves them.
        </span>
      </dd>
    </div>
  );
}

function Features({ features }: Pick<Bidder, "features">) {
  if (features.length === 0) return null;
  return (
    <div>
      <dt>What the models saw</dt>
      <dd className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4 text-xs">
        {features.map(({ name, value }) => (
          <span key={name} className="flex min-w-0 justify-between gap-2 border-b border-line py-0.5">
            <span className="truncate text-ink-2" title={name}>
              {name}
            </span>
            <span className="shrink-0 tabular-nums">{value ?? <em className="text-ink-2">missing</em>}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}
