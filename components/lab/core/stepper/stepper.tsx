"use client";

import { ChevronLeft, ChevronRight, Play, Square, X } from "lucide-react";
import { memo, useEffect, useState } from "react";
import { SourceTable } from "@/components/lab/core/funnel/source-table";
import type { LabStore } from "@/components/lab/core/lab-store";
import { StepTable } from "@/components/lab/core/stepper/step-table";
import { describeOutcome, describeStep, STEP_PURPOSE } from "@/components/lab/core/stepper/step-words";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import { STEP_NAMES, type StepName } from "@/lib/pipeline/video/names";
import type { Recommendation } from "@/lib/pipeline/video/trace";

const SECONDS_PER_STEP = 2.5;

type StepperProps = {
  lab: LabStore;
  recommendation: Recommendation;
  step: StepName | null;
  panelId: string;
};

/** One request, step by step: what goes in, what comes out, and which videos. The funnel above holds the tabs. */
export const Stepper = memo(function Stepper({ lab, recommendation, step, panelId }: StepperProps) {
  const [isRunning, setRunning] = useState(false);
  const index = step ? STEP_NAMES.indexOf(step) : -1;
  const next = STEP_NAMES[index + 1];
  const previous = STEP_NAMES[index - 1];
  // Said once a step: a dragged knob changes the counts, and nobody wants to hear each of them.
  const [said, setSaid] = useState<{ step: StepName | null; text: string }>({ step: null, text: "" });
  if (said.step !== step) setSaid({ step, text: step ? describeStep(recommendation, step) : "" });
  const open = (target: StepName | null) => lab.setOpen({ step: target });
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => {
      if (next) lab.setOpen({ step: next });
      else setRunning(false);
    }, SECONDS_PER_STEP * 1000);
    return () => clearTimeout(timer);
  }, [isRunning, next, lab]);

  /** Buttons that go away with the press hand the keyboard to the first stage, where the arrow keys go on. */
  function openAndFocus(target: StepName | null) {
    open(target);
    // The funnel is drawn twice, wide and for a phone; one of them is hidden.
    const stages = document.querySelectorAll<HTMLElement>(`[role="tab"][aria-controls="${panelId}"]`);
    Array.from(stages)
      .find((stage) => stage.offsetParent !== null)
      ?.focus();
  }

  function runThrough() {
    open("retrieve");
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
              onOpen={open}
              icon={<ChevronLeft size={16} aria-hidden />}
            />
            <StepButton
              target={next}
              label="Next step"
              onOpen={open}
              icon={<ChevronRight size={16} aria-hidden />}
            />
          </>
        ) : (
          <Button size="small" onClick={() => openAndFocus("retrieve")}>
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
            {describeStep(recommendation, step)}
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
              {STEP_PURPOSE[step]} <span className="text-ink">{describeOutcome(recommendation, step)}</span>
            </p>
            {step === "retrieve" && <SourceTable recommendation={recommendation} />}
            <StepTable recommendation={recommendation} step={step} />
          </div>
        )}
      </div>
    </div>
  );
});

type StepButtonProps = {
  target: StepName | undefined;
  label: string;
  icon: React.ReactNode;
  onOpen: (step: StepName) => void;
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
