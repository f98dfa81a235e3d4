"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { reach } from "@/components/learning/learning-actions";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";
import { SELF_SCORE_WORDS, SELF_SCORES, type SelfScoresByStage } from "@/lib/learning/self-scores";
import { StageScale } from "./stage-scale";

type Props = {
  interviewId: string;
  /** Those that were asked for. */
  stages: readonly Stage[];
  reveal: (input: { interviewId: string; scores: SelfScoresByStage }) => Promise<ActionResult<void>>;
};

/** What each number stands for, once for all stages. */
function Scale() {
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
      {SELF_SCORES.map((score) => (
        <div key={score} className="contents">
          <dt className="font-medium tabular-nums">
            {score}, {SELF_SCORE_WORDS[score].name}
          </dt>
          <dd className="text-ink-2">{SELF_SCORE_WORDS[score].means}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Asks for a rating of each stage, once, and then shows the report. */
export function SelfScoreForm({ interviewId, stages, reveal }: Props) {
  const router = useRouter();
  const [scores, setScores] = useState<SelfScoresByStage>({});
  const [busy, setBusy] = useState<"rate" | "skip" | null>(null);
  const [problem, setProblem] = useState("");
  const rated = Object.keys(scores).length;

  async function show(way: "rate" | "skip") {
    if (busy) return;
    if (way === "rate" && rated === 0) return setProblem("Rate at least one stage, or skip.");
    setBusy(way);
    setProblem("");
    const result = await reach(reveal({ interviewId, scores: way === "rate" ? scores : {} }));
    // A conflict means that another tab has shown it.
    if (result.ok || result.code === "conflict") return router.refresh();
    setProblem(result.message);
    setBusy(null);
  }

  return (
    <form
      className="grid gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        void show("rate");
      }}
    >
      <Scale />
      <div className="divide-y divide-line border-y border-line">
        {stages.map((stage) => (
          <StageScale
            key={stage}
            title={STAGE_INFO[stage].title}
            question={STAGE_INFO[stage].question}
            value={scores[stage] ?? null}
            onChange={(score) => setScores((before) => ({ ...before, [stage]: score }))}
          />
        ))}
      </div>
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" busyLabel={busy === "rate" ? "Opening" : undefined}>
            Keep my ratings and show the report
          </Button>
          <Button onClick={() => show("skip")} busyLabel={busy === "skip" ? "Opening" : undefined}>
            Skip and show the report
          </Button>
        </div>
        <p className="text-sm text-ink-2 tabular-nums">
          {rated} of {stages.length} rated. Only you see your ratings, and they cannot be changed after the
          report has been shown.
        </p>
        <StatusLine tone="bad">{problem}</StatusLine>
      </div>
    </form>
  );
}
