import { overtaken } from "@/components/lab/core/slate/explain-item";
import { HeadMeters } from "@/components/lab/core/slate/head-meters";
import { ItemWay } from "@/components/lab/core/slate/item-way";
import { formatCount } from "@/components/lab/format";
import { HEAD_LABELS } from "@/components/lab/video/knobs/rank-knobs";
import { featureWords } from "@/components/lab/video/slate/feature-words";
import { ScoreSum } from "@/components/lab/video/slate/score-sum";
import { describeSearch } from "@/components/lab/video/slate/search-words";
import { DROP_LABELS, SOURCE_LABELS, VIDEO_WORDS } from "@/components/lab/video/words";
import type { ItemTrace, Recommendation } from "@/lib/pipeline/video/trace";

const BECAUSE = {
  "co-watched": "people who watched it also watched",
  "same-topic": "same topic as",
  "same-creator": "same creator as",
} as const;

/** Why an item is here: what brought it, what was predicted, what moved it, whom it overtook. */
export function ItemStory({ trace, recommendation }: { trace: ItemTrace; recommendation: Recommendation }) {
  const passed = overtaken(recommendation, trace);
  return (
    <dl className="grid gap-3 text-sm [&_dt]:text-xs [&_dt]:font-medium [&_dt]:text-ink-2">
      <div>
        <dt>The video</dt>
        <dd>
          {trace.card.category}, {trace.card.topic}, in {trace.card.language},{" "}
          {formatCount(trace.card.watches)} watches
        </dd>
      </div>
      <div>
        <dt>Who brought it</dt>
        <dd>
          {trace.sources.map((one) => `${SOURCE_LABELS[one.source]} (rank ${one.rank})`).join(", ")}
          {trace.sources.some(({ source }) => source === "two-tower") && (
            <span className="block text-ink-2">{describeSearch(recommendation)}</span>
          )}
          {trace.because.map((reason) => (
            <span key={`${reason.item}-${reason.reason}`} className="block text-ink-2">
              {BECAUSE[reason.reason]} “{reason.title}”
            </span>
          ))}
        </dd>
      </div>
      {trace.heads && (
        <div>
          <dt className="mb-1">What the ranker predicts</dt>
          <dd>
            <HeadMeters heads={trace.heads} labels={HEAD_LABELS} bad="hide" />
            <ScoreSum heads={trace.heads} score={trace.score} weights={recommendation.knobs.headWeights} />
          </dd>
        </div>
      )}
      {trace.crosses.length > 0 && (
        <div>
          <dt>Pairs of features, and what each does to the predicted click</dt>
          <dd>
            {trace.crosses.map(({ left, right, logit }) => (
              <span key={`${left} ${right}`} className="flex justify-between gap-3">
                <span className="min-w-0">
                  {featureWords(left)} × {featureWords(right)}
                </span>
                <span className="tabular-nums">
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
      )}
      <div>
        <dt>Its way through the funnel, by its place</dt>
        <dd>
          <ItemWay
            item={trace}
            places={[
              ["when merged", trace.position.retrieved],
              ["by the ranker", trace.position.ranked],
              ["after the rules", trace.position.ruled],
              ["in the slate", trace.position.slate],
            ]}
            words={VIDEO_WORDS}
          />
        </dd>
      </div>
      {passed.length > 0 && (
        <div>
          <dt>What it displaced: ranked above it, and not here</dt>
          <dd>
            {passed.slice(0, 3).map((other) => (
              <span key={other.card.item} className="block">
                {other.position.ranked}. {other.card.title}
                {other.left && <span className="text-ink-2"> ({DROP_LABELS[other.left.reason]})</span>}
              </span>
            ))}
            {passed.length > 3 && <span className="text-ink-2">and {passed.length - 3} more</span>}
          </dd>
        </div>
      )}
    </dl>
  );
}
