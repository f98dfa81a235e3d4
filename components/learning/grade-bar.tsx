"use client";

import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { GRADE_WORDS, GRADES, type Grade } from "@/lib/learning/grades";
import type { Waits } from "@/lib/learning/schedule";
import { waitWords } from "@/lib/learning/words";

const EDGES: Record<Grade, string> = {
  1: "border-bad/50 hover:border-bad",
  2: "border-warn/50 hover:border-warn",
  3: "border-good/50 hover:border-good",
  4: "border-accent/50 hover:border-accent",
};

const START = new Date(0);

/** The four grades, each with when the card would come back. */
export function GradeBar({ waits, onGrade }: { waits: Waits; onGrade: (grade: Grade) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: four buttons, each a deed by itself; a fieldset is for a form.
    <div role="group" aria-label="How well did you know it?" className="grid grid-cols-4 gap-2">
      {GRADES.map((grade) => (
        <button
          key={grade}
          type="button"
          onClick={() => onGrade(grade)}
          className={cx(
            "grid min-h-16 justify-items-center gap-0.5 rounded-md border bg-raised px-1 py-2 hover:bg-sunken",
            EDGES[grade],
          )}
        >
          <span className="flex items-center gap-1.5 font-medium">
            <span aria-hidden className="max-sm:hidden">
              <Kbd>{grade}</Kbd>
            </span>
            {GRADE_WORDS[grade]}
          </span>
          <span className="text-sm text-ink-2 tabular-nums">
            <span className="sr-only">, back in </span>
            {waitWords(new Date(waits[grade]), START)}
          </span>
        </button>
      ))}
    </div>
  );
}
