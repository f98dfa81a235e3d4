import type { Mode } from "@/lib/interview/setup";

const STEPS: Record<Mode, string[]> = {
  coach: [
    "The interviewer reads a vague prompt. Ask in your own words; facts are told only when asked for.",
    "Write your answer stage by stage, draw the board, do the sums. Hints are there when you want them; what you used is noted in the report.",
    "Expect follow-up questions, and a requirement that changes on the way.",
    "Going over a stage's minutes is feedback, never a lock.",
  ],
  exam: [
    "The interviewer reads a vague prompt. Ask in your own words; facts are told only when asked for.",
    "You get one blank page and a board. How to structure the hour is up to you.",
    "Expect follow-up questions, and a requirement that changes on the way.",
    "The clock does not stop. At the end the report says which level the answer shows.",
  ],
};

/** The next hour in four sentences. */
export function WhatWillHappen({ mode, minutes }: { mode: Mode; minutes: number }) {
  return (
    <section className="grid gap-2">
      <h2 className="font-medium">What will happen</h2>
      <ol className="grid list-decimal gap-1.5 pl-5 text-sm text-ink-2">
        {STEPS[mode].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="text-sm">
        The clock runs for <span className="font-medium tabular-nums">{minutes} minutes</span> from the press
        of the button. Everything is saved as you type; you can come back on another device.
      </p>
    </section>
  );
}
