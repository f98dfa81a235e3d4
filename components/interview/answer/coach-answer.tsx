"use client";

import { ArrowRight } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { stageBeside } from "@/lib/framework/included-stages";
import { STAGE_INFO } from "@/lib/framework/stages";
import { DecisionFields } from "../decisions/decision-fields";
import { AnswerEditor } from "./answer-editor";
import { Hints } from "./hints";
import { useStage } from "./stage-context";
import { StageTabs } from "./stage-tabs";

/** Coach mode: a text per stage, with its question, hints and typed decisions. */
export function CoachAnswer() {
  const { stages, stage, enter } = useStage();
  const panelId = useId();
  const next = stageBeside(stages, stage, 1);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <StageTabs stage={stage} onEnter={enter} panelId={panelId} />
      <div
        role="tabpanel"
        id={panelId}
        aria-labelledby={`stage-tab-${stage}`}
        className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4"
      >
        <p className="font-serif text-lg text-ink-2">{STAGE_INFO[stage].question}</p>
        <AnswerEditor
          key={stage}
          part={stage}
          label="Your answer"
          placeholder="Say what you decide and why. Markdown works."
        />
        <DecisionFields stage={stage} />
        <div className="flex flex-wrap items-start justify-between gap-3">
          <Hints key={stage} stage={stage} />
          {next && (
            <Button size="small" onClick={() => enter(next)}>
              Next: {STAGE_INFO[next].title} <ArrowRight size={15} aria-hidden />
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
