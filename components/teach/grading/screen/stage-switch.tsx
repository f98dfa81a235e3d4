import { Check } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";
import type { StageCount } from "./use-grading";

type Props = { counts: readonly StageCount[]; stage: Stage; onChange: (stage: Stage) => void };

/** The stages that count, with how much of each is decided. */
export function StageSwitch({ counts, stage, onChange }: Props) {
  return (
    <nav aria-label="Stages" className="relative flex min-w-0 gap-1 overflow-x-auto py-2">
      {counts.map(({ stage: each, points, decided }) => {
        const isDone = decided === points;
        return (
          <button
            key={each}
            type="button"
            aria-current={each === stage ? "step" : undefined}
            onClick={() => onChange(each)}
            className={cx(
              "flex h-9 shrink-0 items-center gap-2 rounded-md border px-3 text-sm whitespace-nowrap -outline-offset-2",
              each === stage
                ? "border-accent bg-accent-soft font-medium text-ink"
                : "border-transparent text-ink-2 hover:bg-sunken hover:text-ink",
            )}
          >
            {STAGE_INFO[each].title}
            <span className={cx("flex items-center gap-0.5 text-xs tabular-nums", isDone && "text-good")}>
              {isDone && <Check size={13} aria-hidden />}
              {decided}/{points}
              <span className="sr-only"> decided</span>
            </span>
          </button>
        );
      })}
    </nav>
  );
}
