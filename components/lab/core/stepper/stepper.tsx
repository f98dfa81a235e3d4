"use client";

import { ChevronLeft, ChevronRight, Play, Square, X } from "lucide-react";
import { useEffect, useState } from "react";
import { SourceTable } from "@/components/lab/core/funnel/source-table";
import { StepTable, type StepTableProps } from "@/components/lab/core/stepper/step-table";
import { describeOutcome, describeStep } from "@/components/lab/core/stepper/step-words";
import type { TracedItem } from "@/components/lab/core/traced";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";

const SECONDS_PER_STEP = 2.5;

type StepperProps<Item extends TracedItem> = Omit<StepTableProps<Item>, "step"> & {
  /** The open step; null when the panel is folded. */
  step: string | null;
  /** The same function for as long as the lab is. */
  onOpen: (step: string | null) => void;
  panelId: string;
  /** What only this world can say of a step that it did, by step. */
  outcomes: Readonly<Record<string, () => string>>;
};

/** One request, step by step: what goes in, what comes out, and which items. The funnel above holds the tabs. */
export function Stepper<Item extends TracedItem>(props: StepperProps<Item>) {
  const { run, views, words, step, onOpen, panelId, outcomes } = props;
  const [isRunning, setRunning] = useState(false);
  const names = Object.keys(views);
  const index = step ? names.indexOf(step) : -1;
  const first = names[0] ?? null;
  const next = names[index + 1];
  const previous = names[index - 1];
  // Said once a step: a dragged knob changes the counts, and nobody wants to hear each of them.
  const [said, setSaid] = useState<{ step: string | null; text: string }>({ step: null, text: "" });
  if (said.step !== step) setSaid({ step, text: step ? describeStep(run, step, words) : "" });
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => {
      if (next) onOpen(next);
      else setRunning(false);
    }, SECONDS_PER_STEP * 1000);
    return () => clearTimeout(timer);
  }, [isRunning, next, onOpen]);

  /** Buttons that go away with the press hand the keyboard to the first stage, where the arrow keys go on. */
  function openAndFocus(target: string | null) {
    onOpen(target);
    // The funnel is drawn twice, wide and for a phone; one of them is hidden.
    const stages = document.querySelectorAll<HTMLElement>(`[role="tab"][aria-controls="${panelId}"]`);
    Array.from(stages)
      .find((stage) => stage.offsetParent !== null)
      ?.focus();
  }

  function runThrough() {
    onOpen(first);
    setRunning(true);
  }
  return (
    <div className="mt-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        {step ? (
          <>
            <StepButton
              target={previous}
              label="Previous step"
              onOpen={onOpen}
              icon={<ChevronLeft size={16} aria-hidden />}
            />
            <StepButton
              target={next}
              label="Next step"
              onOpen={onOpen}
              icon={<ChevronRight size={16} aria-hidden />}
            />
          </>
        ) : (
          <Button size="small" onClick={() => openAndFocus(first)}>
            Step through this request
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          icon={isRunning ? <Square size={13} aria-hidden /> : <Play size={15} aria-hidden />}
          onClick={() => (isRunning ? setRunning(false) : runThrough())}
        >
          {isRunning ? "Hold" : "Run through"}
        </Button>
        {step && (
          <p className="order-last w-full text-sm font-medium tabular-nums">
            {describeStep(run, step, words)}
          </p>
        )}
        <StatusLine hidden>{said.text}</StatusLine>
        {step && (
          <Button
            size="small"
            variant="quiet"
            iconOnly
            aria-label="Close the steps"
            className="ml-auto"
            icon={<X size={16} aria-hidden />}
            onClick={() => {
              setRunning(false);
              openAndFocus(null);
            }}
          />
        )}
      </div>
      <div id={panelId} role="tabpanel" aria-label="The open step" hidden={step === null}>
        {step && (
          <div className="mt-2 grid gap-3 rounded-lg border border-line bg-raised p-3.5">
            <p className="text-sm text-ink-2">
              {words.steps[step]?.purpose}{" "}
              <span className="text-ink">{describeOutcome(run, step, words, outcomes)}</span>
            </p>
            {step === "retrieve" && <SourceTable sources={run.sources} words={words} />}
            <StepTable run={run} views={views} step={step} words={words} />
          </div>
        )}
      </div>
    </div>
  );
}

type StepButtonProps = {
  target: string | undefined;
  label: string;
  icon: React.ReactNode;
  onOpen: (step: string) => void;
};

/** Stays focusable at either end, so that the focus is not lost there. */
function StepButton({ target, label, icon, onOpen }: StepButtonProps) {
  return (
    <Button
      size="small"
      iconOnly
      aria-label={label}
      icon={icon}
      aria-disabled={target === undefined || undefined}
      className="aria-disabled:opacity-50"
      onClick={() => target && onOpen(target)}
    />
  );
}
