import Link from "next/link";
import { FactList } from "@/components/lab/core/fact-list";
import { RANKER_HINTS, RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import { MetricsTable } from "@/components/lab/video/metrics/metrics-table";
import { describeGrowth, describeUnlogged } from "@/components/lab/video/metrics/metrics-words";
import {
  describeRunning,
  ownFacts,
  shippedFacts,
  worldFacts,
} from "@/components/lab/video/models/models-words";
import { RankerTable } from "@/components/lab/video/models/ranker-table";
import { Curves } from "@/components/lab/video/training/curves";
import { rankerRuns, towerRun } from "@/components/lab/video/training/runs";
import type { VideoLabView } from "@/components/lab/video/video-view";

/** The model card of what runs now: data, seeds, settings, size, metrics, limits. */
export function ModelsPanel({ view }: { view: VideoLabView }) {
  const { card, state, training } = view;
  const isOwn = training.isOwn;
  // The counts of the log belong to the world of the card: another seed has others.
  const isCardWorld = state.seed === card.world.seed;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <p className="max-w-3xl text-sm tabular-nums">{describeRunning(view)}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-2">
        {isCardWorld ? (
          <FactList title="Data" facts={worldFacts(card.world, state)} />
        ) : (
          <p className="text-sm text-ink-2 tabular-nums">
            The world of seed {state.seed}, built in this browser. The shipped models do not fit it.
          </p>
        )}
        <FactList title="Training" facts={isOwn ? ownFacts(view) : shippedFacts(card)} />
      </div>
      {isOwn ? <OwnModels view={view} /> : <ShippedModels view={view} />}
      <section aria-label="Limits" className="max-w-3xl text-sm">
        <h3 className="mb-2 font-medium">Limits</h3>
        <ul className="grid list-disc gap-1 pl-5 text-ink-2">
          {card.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
        <p className="mt-3 text-ink-2">
          Why it is built so:{" "}
          <Link href="/decisions/0014-a-million-videos-fifty-thousand-with-a-past">
            a million videos, fifty thousand with a past
          </Link>
          ; <Link href="/decisions/0015-one-copy-of-the-rows">one copy of the rows</Link>;{" "}
          <Link href="/decisions/0007-retrieval-outside-the-model-library">
            a retrieval kernel of its own
          </Link>
          .
        </p>
      </section>
    </div>
  );
}

function OwnModels({ view: { training, state } }: { view: VideoLabView }) {
  return (
    <>
      <p className="max-w-3xl text-sm text-ink-2">
        {RANKER_LABELS[state.knobs.ranker]}: {RANKER_HINTS[state.knobs.ranker]}. The metrics that ship with
        Shortlist belong to other models and are not shown. Measure these under Offline metrics.
      </p>
      <Curves
        tower={towerRun(training.points)}
        rankers={rankerRuns(training.points, [state.knobs.ranker])}
        isRunning={training.isRunning}
      />
    </>
  );
}

function ShippedModels({ view: { card } }: { view: VideoLabView }) {
  const { world, metrics, loggedMetrics } = card;
  const isLarger = world.items > world.loggedItems;
  return (
    <>
      <RankerTable
        rankers={card.rankers}
        costs={card}
        caption="Rankers on the same candidates among the logged videos, rules and diversity off"
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <MetricsTable
          metrics={metrics}
          logged={isLarger ? { metrics: loggedMetrics, items: world.loggedItems } : null}
          caption={`Offline metrics: ${metrics.users.toLocaleString("en")} viewers, their watches of the last ${metrics.heldOutDays} days held out`}
        />
        <p className="max-w-3xl text-sm text-ink-2 tabular-nums">
          {describeUnlogged(world.items, world.loggedItems)} {isLarger && describeGrowth(card)}
        </p>
      </div>
    </>
  );
}
