"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { RadioCards } from "@/components/ui/radio-cards";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { type Level, STAGE_INFO, STAGE_MINUTES, STAGES } from "@/lib/framework/stages";
import type { InterviewSetup, Mode } from "@/lib/interview/setup";
import { LENGTH_OPTIONS, LEVEL_OPTIONS, MODE_OPTIONS, MULTIPLIER_OPTIONS } from "./setup-options";
import { WhatWillHappen } from "./what-will-happen";

export type CaseChoice = { slug: string; title: string; summary: string };
type StartFormProps = {
  cases: readonly CaseChoice[];
  initialCase: string;
  start: (setup: InterviewSetup) => Promise<ActionResult<{ interviewId: string }>>;
};

const LENGTHS = { "30": 30, "45": 45, "60": 60 } as const;

/** Chooses case, level, mode and time, says what will happen, and starts. */
export function StartForm({ cases, initialCase, start }: StartFormProps) {
  const router = useRouter();
  const [caseSlug, setCaseSlug] = useState(initialCase);
  const [level, setLevel] = useState<Level>("senior");
  const [mode, setMode] = useState<Mode>("coach");
  const [length, setLength] = useState<keyof typeof LENGTHS>("45");
  const [multiplier, setMultiplier] = useState<"1" | "1.25" | "1.5" | "2">("1");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const lengthMinutes = LENGTHS[length];
  const timeMultiplier = Number(multiplier);

  async function begin(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    try {
      const result = await start({ caseSlug, level, mode, lengthMinutes, timeMultiplier });
      if (result.ok) return router.push(`/interviews/${result.data.interviewId}`);
      setProblem(result.message);
    } catch {
      setProblem("The server could not be reached. Check the connection and try again.");
    }
    setBusy(false);
  }

  return (
    <form onSubmit={begin} className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid gap-7">
        <RadioCards
          legend="Case"
          columns={cases.length > 1 ? 2 : 1}
          options={cases.map(({ slug, title, summary }) => ({
            value: slug,
            label: title,
            description: summary,
          }))}
          value={caseSlug}
          onChange={setCaseSlug}
        />
        <RadioCards legend="Mode" columns={2} options={MODE_OPTIONS} value={mode} onChange={setMode} />
        <RadioCards
          legend="Level to be measured against"
          options={LEVEL_OPTIONS}
          value={level}
          onChange={setLevel}
        />
        <RadioCards legend="Length" options={LENGTH_OPTIONS} value={length} onChange={setLength} />
        <Disclosure summary="Extra time" open={multiplier !== "1"}>
          <RadioCards
            legend="Extra time"
            hideLegend
            columns={4}
            options={MULTIPLIER_OPTIONS}
            value={multiplier}
            onChange={setMultiplier}
          />
        </Disclosure>
      </div>
      <aside className="grid content-start gap-5 lg:border-l lg:border-line lg:pl-6">
        <WhatWillHappen mode={mode} minutes={lengthMinutes * timeMultiplier} />
        {mode === "coach" && (
          <Disclosure summary="Minutes by stage">
            <ul className="grid gap-0.5 text-sm tabular-nums">
              {STAGES.map((stage) => (
                <li key={stage} className="flex justify-between gap-4">
                  <span>{STAGE_INFO[stage].title}</span>
                  <span className="text-ink-2">
                    {STAGE_MINUTES[lengthMinutes][stage] * timeMultiplier} min
                  </span>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        <Button type="submit" variant="primary" size="large" busyLabel={isBusy ? "Starting" : undefined}>
          Start the interview
        </Button>
        <StatusLine tone="bad">{problem}</StatusLine>
      </aside>
    </form>
  );
}
