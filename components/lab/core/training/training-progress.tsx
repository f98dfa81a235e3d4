import { Pause, Play, Square, StepForward } from "lucide-react";
import type { TrainingView } from "@/components/lab/core/lab-types";
import { usePace } from "@/components/lab/core/training/use-pace";
import { formatCount } from "@/components/lab/format";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/meter";
import { StatusLine } from "@/components/ui/status-line";

const ICON = { size: 15, "aria-hidden": true } as const;

type TrainingProgressProps = {
  lab: { pauseTraining(isPaused: boolean): void; stepTraining(): void; cancel(): void };
  training: TrainingView;
  /** "Two-tower": what the model of a point is called. */
  modelName: (model: string) => string;
  /** What the steps of the moment change, and what the loss is. */
  learning: string;
};

/** "Two-tower, step 140 of 1,960, epoch 1". */
function describePosition({ points }: TrainingView, modelName: (model: string) => string): string {
  const point = points.at(-1);
  if (!point) return "Before the first step";
  return `${modelName(point.model)}, step ${formatCount(point.step)} of ${formatCount(point.steps)}, epoch ${point.epoch}`;
}

/** A training under way: where it is, how fast, what it learns, and pause, step and cancel. */
export function TrainingProgress({ lab, training, modelName, learning }: TrainingProgressProps) {
  const { isPaused } = training;
  const pace = usePace(training);
  const point = training.points.at(-1);
  const percent = point ? Math.round((100 * point.step) / point.steps) : 0;
  const position = describePosition(training, modelName);
  return (
    <div className="grid gap-3 rounded-lg border border-line bg-raised p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={isPaused ? <Play {...ICON} /> : <Pause {...ICON} />}
          onClick={() => lab.pauseTraining(!isPaused)}
        >
          {isPaused ? "Go on" : "Pause"}
        </Button>
        <Button
          icon={<StepForward {...ICON} />}
          onClick={() => lab.stepTraining()}
          disabled={!isPaused}
          title={isPaused ? undefined : "Pause first"}
        >
          Next step
        </Button>
        <Button icon={<Square size={13} aria-hidden />} onClick={() => lab.cancel()}>
          Cancel
        </Button>
        <div className="ml-2 w-40 max-sm:hidden">
          <ProgressBar
            label="Steps of the model that is trained now"
            value={percent}
            max={100}
            valueText={`${percent} %`}
          />
        </div>
        <span className="text-sm text-ink-2 tabular-nums">{pace}</span>
      </div>
      <p className="text-sm tabular-nums">
        {position}
        {point && `, loss ${point.loss.toFixed(3)}`}
      </p>
      <p className="max-w-3xl text-sm text-ink-2">{learning}</p>
      <StatusLine hidden>{isPaused ? `Paused. ${position}.` : ""}</StatusLine>
    </div>
  );
}
