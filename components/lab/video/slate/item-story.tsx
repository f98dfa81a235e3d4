import { DROP_LABELS, SOURCE_LABELS, STEP_LABELS } from "@/components/lab/core/funnel/funnel-stages";
import { describeSearch, overtaken } from "@/components/lab/core/slate/explain-item";
import { formatCount, formatShare } from "@/components/lab/format";
import { HEAD_LABELS } from "@/components/lab/video/knobs/rank-knobs";
import { featureWords } from "@/components/lab/video/slate/feature-words";
import { ScoreSum } from "@/components/lab/video/slate/score-sum";
import { Meter } from "@/components/ui/meter";
import { HEAD_NAMES } from "@/lib/pipeline/video/names";
import type { HeadPredictions, ItemTrace, Recommendation } from "@/lib/pipeline/video/trace";

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
            <Heads heads={trace.heads} />
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
          <Way trace={trace} />
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

function Heads({ heads }: { heads: HeadPredictions }) {
  return (
    <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1">
      {HEAD_NAMES.map((head) => (
        <div key={head} className="contents">
          <span>{HEAD_LABELS[head]}</span>
          <Meter
            label={HEAD_LABELS[head]}
            value={heads[head]}
            valueText={formatShare(heads[head])}
            tone={head === "hide" ? "bad" : "accent"}
            className="h-1.5"
          />
          <span className="text-right tabular-nums">{formatShare(heads[head])}</span>
        </div>
      ))}
    </div>
  );
}

/** "34 when merged → 5 by the ranker → …" with the moves that rules made and their reasons. */
function Way({ trace }: { trace: ItemTrace }) {
  const { position, moves, left } = trace;
  const places = [
    ["when merged", position.retrieved],
    ["by the ranker", position.ranked],
    ["after the rules", position.ruled],
    ["in the slate", position.slate],
  ] as const;
  return (
    <>
      <span className="tabular-nums">
        {places
          .filter(([, place]) => place !== null)
          .map(([name, place]) => `${place} ${name}`)
          .join(" → ")}
      </span>
      {moves.map((move) => (
        <span key={`${move.step}-${move.from}-${move.to}`} className="block text-ink-2">
          {STEP_LABELS[move.step]}: from {move.from} to {move.to}, {move.reason}
        </span>
      ))}
      {left && (
        <span className="block text-ink-2">
          Left at {STEP_LABELS[left.step].toLowerCase()}: {DROP_LABELS[left.reason]}
        </span>
      )}
    </>
  );
}
