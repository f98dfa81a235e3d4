"use client";

import { type KeyboardEvent, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";
import { answerText } from "@/lib/interview/state";
import { useInterviewState } from "../interview-context";
import { useStage } from "./stage-context";

type StageTabsProps = { stage: Stage; onEnter: (stage: Stage) => void; panelId: string };

const shortName = (stage: Stage): string => stage.charAt(0).toUpperCase() + stage.slice(1);

/** The stages that are asked for as tabs. Opening one enters it: from then on its clock runs. */
export function StageTabs({ stage, onEnter, panelId }: StageTabsProps) {
  const { stages } = useStage();
  const answers = useInterviewState((state) => state.answers);
  const buttons = useRef(new Map<Stage, HTMLButtonElement>());
  function onKeyDown(event: KeyboardEvent) {
    const index = stages.indexOf(stage);
    const targets: Record<string, number> = {
      ArrowRight: index + 1,
      ArrowLeft: index - 1,
      Home: 0,
      End: stages.length - 1,
    };
    const target = stages[targets[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    onEnter(target);
    buttons.current.get(target)?.focus();
  }
  return (
    <div
      role="tablist"
      aria-label="Stages"
      onKeyDown={onKeyDown}
      className="flex gap-1 overflow-x-auto border-b border-line"
    >
      {stages.map((each, i) => {
        const isOpen = each === stage;
        const isWritten = answerText({ answers }, each).trim() !== "";
        return (
          <button
            key={each}
            ref={(element) => {
              if (element) buttons.current.set(each, element);
            }}
            type="button"
            role="tab"
            id={`stage-tab-${each}`}
            aria-selected={isOpen}
            aria-controls={panelId}
            title={STAGE_INFO[each].title}
            tabIndex={isOpen ? 0 : -1}
            onClick={() => onEnter(each)}
            className={cx(
              "-mb-px flex min-h-9 items-center gap-1 border-b-2 px-2 py-1.5 text-sm whitespace-nowrap focus-visible:-outline-offset-2",
              isOpen ? "border-accent font-medium text-ink" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            <span className="tabular-nums text-ink-2">{i + 1}</span> {shortName(each)}
            {isWritten && (
              <span className="size-1.5 rounded-full bg-accent">
                <span className="sr-only">, has text</span>
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
