"use client";

import { type ReactNode, useState } from "react";
import { TaskStatus } from "@/components/lab/task-status";
import { useTask } from "@/components/lab/use-task";
import { Button } from "@/components/ui/button";
import type { CallOptions } from "@/lib/pipeline/workers/client";

type StudyProps<Result> = {
  title: string;
  /** What is done and what there is to see, in plain sentences. */
  about: ReactNode;
  controls?: ReactNode;
  /** Written on the button. */
  action: string;
  /** What is being done, until the worker says it more exactly. */
  activity: string;
  /** All that the result depends on: a result of other settings says so. */
  settings: unknown;
  run: (options: Required<Pick<CallOptions, "signal" | "onProgress">>) => Promise<Result>;
  /** The result in a sentence made of its numbers. */
  finding: (result: Result) => string;
  children: (result: Result) => ReactNode;
};

/** Something slow that is measured on demand: what it asks, its settings, progress with cancel, and what came out. */
export function Study<Result>(props: StudyProps<Result>) {
  const { title, about, controls, action, activity, settings, run, finding, children } = props;
  const key = JSON.stringify(settings);
  const [measuredKey, setMeasuredKey] = useState<string | null>(null);
  const task = useTask<string, Result>(async (asked, options) => {
    const result = await run(options);
    setMeasuredKey(asked);
    return result;
  }, `This could not be measured. Press “${action}” to try again.`);
  const { result } = task;
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="max-w-3xl">
        <h3 className="font-semibold">{title}</h3>
        <p className="mt-1 text-sm text-ink-2">{about}</p>
      </div>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        {controls}
        <Button
          variant={result ? "secondary" : "primary"}
          onClick={() => task.start(key)}
          {...(task.isBusy && { busyLabel: "Measuring…" })}
        >
          {action}
        </Button>
      </div>
      <TaskStatus task={task} activity={activity} done={result ? finding(result) : ""} />
      {result && (
        <>
          {measuredKey !== key && (
            <p className="text-sm text-ink-2">
              What you see was measured with other settings than the present ones.
            </p>
          )}
          {children(result)}
        </>
      )}
    </section>
  );
}
