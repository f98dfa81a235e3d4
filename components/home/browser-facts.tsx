import { formatCount } from "@/components/lab/format";
import { precomputedStart } from "@/components/lab/video/precomputed";

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
      `${formatCount(parameters.rankers["dcn-v2"] ?? 0)} parameters`,
      `cross network with four heads, trained in ${(trainSeconds.rankers["dcn-v2"] ?? 0).toFixed(0)} s`,
    ],
    [
      "Expected watch",
      `${metrics.pipeline.expectedWatch.toFixed(2)} against ${metrics.popularity.expectedWatch.toFixed(2)}`,
      `watched videos a slate, whole pipeline against popularity, by the simulator's truth for ${formatCount(metrics.users)} viewers`,
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
