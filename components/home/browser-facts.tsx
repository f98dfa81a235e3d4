import { formatCount } from "@/components/lab/format";
import { precomputedStart } from "@/components/lab/precomputed";

/** What the shipped models are and what they reach, from their own card. */
export function BrowserFacts() {
  const { card } = precomputedStart();
  const { world, parameters, trainSeconds, metrics } = card;
  const rows: ReadonlyArray<readonly [string, string, string]> = [
    [
      "World",
      `${formatCount(world.items)} videos, ${formatCount(world.users)} viewers`,
      `${formatCount(world.impressions)} impressions over ${world.days} days, made from seed ${world.seed}`,
    ],
    [
      "Retriever",
      `${formatCount(parameters.twoTower)} parameters`,
      `two towers, ${card.embeddingSize} dimensions, trained in ${trainSeconds.twoTower.toFixed(0)} s`,
    ],
    [
      "Ranker",
      `${formatCount(parameters.ranker)} parameters`,
      `cross network with four heads, trained in ${trainSeconds.ranker.toFixed(0)} s`,
    ],
    [
      "NDCG@10",
      `${metrics.pipeline.ndcgAt10.toFixed(3)} against ${metrics.popularity.ndcgAt10.toFixed(3)}`,
      `the whole pipeline against popularity, ${formatCount(metrics.users)} viewers, ${metrics.heldOutDays} days held out`,
    ],
  ];
  return (
    <dl className="divide-y divide-line border-y border-line">
      {rows.map(([name, value, detail]) => (
        <div
          key={name}
          className="grid gap-x-6 py-3 sm:grid-cols-[7rem_15rem_minmax(0,1fr)] sm:items-baseline"
        >
          <dt className="text-sm text-ink-2">{name}</dt>
          <dd className="font-medium tabular-nums">{value}</dd>
          <dd className="text-sm text-ink-2">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
