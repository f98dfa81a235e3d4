import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/meter";
import { StatusLine } from "@/components/ui/status-line";
import type { Task } from "./use-task";

type TaskStatusProps = {
  task: Pick<Task<never, unknown>, "isBusy" | "progress" | "error" | "cancel">;
  /** What is being done, until the worker says it more exactly. */
  activity: string;
  /** Said once the result is there; "" for silence. */
  done: string;
};

/** How far a task is, with its cancel; why it failed; that it is done. */
export function TaskStatus({ task, activity, done }: TaskStatusProps) {
  const { isBusy, progress, error, cancel } = task;
  const words = progress?.activity ?? activity;
  const percent = progress ? Math.round(progress.fraction * 100) : null;
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
      <StatusLine tone={error ? "bad" : "neutral"} className="min-w-0">
        {isBusy ? `${words}…` : (error ?? done)}
      </StatusLine>
      {isBusy && percent !== null && (
        <div className="flex items-center gap-2">
          <div className="w-28">
            <ProgressBar label={words} value={percent} max={100} valueText={`${percent} %`} />
          </div>
          <span className="text-sm whitespace-nowrap text-ink-2 tabular-nums">{percent} %</span>
        </div>
      )}
      {isBusy && (
        <Button size="small" onClick={cancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
