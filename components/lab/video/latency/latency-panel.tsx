"use client";

import { useState } from "react";
import { formatCount } from "@/components/lab/format";
import { TaskStatus } from "@/components/lab/task-status";
import {
  describeMachine,
  describeOverhead,
  describeTarget,
} from "@/components/lab/video/latency/index-words";
import { LatencyTable } from "@/components/lab/video/latency/latency-table";
import { TradeOffChart } from "@/components/lab/video/latency/trade-off-chart";
import { QUERIES, useIndexMeasurement } from "@/components/lab/video/latency/use-index-measurement";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";

const DEPTHS = [10, 100, 500] as const;
const LISTS = [0, 128, 256, 512, 1024, 2048, 4096] as const;
export const TARGET = 0.95;

/** Recall against latency of the approximate index, measured where it is looked at. */
export function LatencyPanel({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  const [k, setK] = useState<number>(100);
  const task = useIndexMeasurement(lab);
  const { lists } = view.state;
  const isBusy = task.isBusy || view.phase === "starting";
  const measured = task.result;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="max-w-3xl text-sm text-ink-2">
        An exact scan compares the viewer with every video. An inverted file groups the videos into lists
        around centres and searches only the lists whose centres are nearest: faster, and it misses what lies
        in the others.
      </p>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <Field label="Nearest wanted (k)" className="w-40">
          {(control) => (
            <Select {...control} value={k} onChange={(event) => setK(Number(event.target.value))}>
              {DEPTHS.map((depth) => (
                <option key={depth} value={depth}>
                  {formatCount(depth)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Lists of the index" className="w-56">
          {(control) => (
            <Select
              {...control}
              value={lists}
              disabled={isBusy}
              onChange={(event) => lab.setLists(Number(event.target.value))}
            >
              {[...new Set([...LISTS, lists])].map((count) => (
                <option key={count} value={count}>
                  {count === 0 ? "as fits the catalogue" : formatCount(count)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button
          variant="primary"
          onClick={() => task.start({ k, lists })}
          {...(task.isBusy && { busyLabel: "Measuring…" })}
        >
          Measure on this machine
        </Button>
      </div>
      <TaskStatus
        task={task}
        activity="Bringing the pipeline up"
        done={measured ? `Measured here: ${describeMachine(measured)}, ${QUERIES} viewers.` : ""}
      />
      {measured ? (
        <>
          <p className="max-w-3xl tabular-nums">{describeTarget(measured, TARGET)}</p>
          <TradeOffChart measured={measured} target={TARGET} />
          <p className="max-w-3xl text-sm text-ink-2 tabular-nums">
            {describeOverhead(measured)} Grouping the videos took{" "}
            {(measured.listsMilliseconds / 1000).toFixed(1)} s, once. Recall is the share of the exact{" "}
            {formatCount(measured.k)} nearest that were found; whether these are worth showing is another
            question, which the offline metrics answer.
          </p>
          <LatencyTable measured={measured} />
        </>
      ) : (
        !task.isBusy && (
          <EmptyState title="Nothing measured yet">
            These times depend on the machine, so none are shipped. Press Measure on this machine: it starts
            the pipeline if need be, groups the videos into lists, and times {QUERIES} viewers at each
            setting.
          </EmptyState>
        )
      )}
    </div>
  );
}
