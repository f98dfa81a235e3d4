"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Checkbox } from "@/components/ui/inputs";
import { RadioCards } from "@/components/ui/radio-cards";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import type { PresetId } from "@/lib/framework/presets";
import type { Level } from "@/lib/framework/stages";
import type { InterviewSetup, Mode } from "@/lib/interview/setup";
import { LENGTH_OPTIONS, LEVEL_OPTIONS, MODE_OPTIONS, MULTIPLIER_OPTIONS } from "./setup-options";
import { StageSplitField } from "./stage-split-field";
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
  const [split, setSplit] = useState<PresetId>("shortlist");
  const [withPartner, setWithPartner] = useState(false);
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
      // Only coach mode shows stages, and their minutes are only chosen there.
      const stageSplit = mode === "coach" && split !== "shortlist" ? split : undefined;
      const result = await start({ caseSlug, level, mode, lengthMinutes, timeMultiplier, stageSplit });
      const next = withPartner ? "?partner=invite" : "";
      if (result.ok) return router.push(`/interviews/${result.data.interviewId}${next}`);
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
        <Checkbox
          label="With a partner"
          hint="Somebody you know interviews you by a link, with the script and a scoring sheet. If they do not come, or have to go, the scripted interviewer asks."
          checked={withPartner}
          onChange={(event) => setWithPartner(event.target.checked)}
        />
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
          <StageSplitField
            split={split}
            onChange={setSplit}
            lengthMinutes={lengthMinutes}
            timeMultiplier={timeMultiplier}
          />
        )}
        <Button type="submit" variant="primary" size="large" busyLabel={isBusy ? "Starting" : undefined}>
          Start the interview
        </Button>
        <StatusLine tone="bad">{problem}</StatusLine>
      </aside>
    </form>
  );
}
