"use client";

import { TaskStatus } from "@/components/lab/task-status";
import { useTask } from "@/components/lab/use-task";
import { RankerTable } from "@/components/lab/video/models/ranker-table";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import { Button } from "@/components/ui/button";
import type { ModelCard } from "@/lib/pipeline/video/trace";

const USERS = 300;
const FAILED = "The comparison stopped unexpectedly. Press Compare the rankers to try again.";

/** The rankers on the same candidates: as shipped, or measured here on request. */
export function CompareRankers({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  const task = useTask<void, ModelCard["rankers"]>(
    (_, options) => lab.ask("compare-rankers", { users: USERS }, options),
    FAILED,
  );
  const { isOwn, isRunning } = view.training;
  const shipped = isOwn ? {} : view.card.rankers;
  const shown = task.result ?? shipped;
  const isEmpty = Object.keys(shown).length === 0;
  return (
    <section aria-label="Rankers compared" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h3 className="text-sm font-medium">Rankers on the same candidates, rules and diversity off</h3>
      {isEmpty ? (
        <p className="max-w-3xl text-sm text-ink-2">
          Nothing is known of these models yet. Press Compare the rankers: each one trained is run on the same
          candidates and the same held-out impressions.
        </p>
      ) : (
        <RankerTable
          rankers={shown}
          caption={task.result ? `Measured here, ${USERS} viewers` : "As shipped, over the logged videos"}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          onClick={() => task.start()}
          {...((task.isBusy || isRunning) && { busyLabel: task.isBusy ? "Comparing…" : "Training…" })}
        >
          Compare the rankers
        </Button>
        <TaskStatus
          task={task}
          activity="Comparing the rankers"
          done={task.result ? "The rankers were compared." : ""}
        />
      </div>
    </section>
  );
}
