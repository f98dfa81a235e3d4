import Link from "next/link";
import type { Step } from "@/lib/learning/what-next";
import { ProgressSection } from "./section";

/** At most three things, the most urgent first, each with its reason. */
export function NextSteps({ steps }: { steps: readonly Step[] }) {
  return (
    <ProgressSection id="next" title="What to do next">
      <ol className="grid gap-3 lg:grid-cols-3">
        {steps.map((step, i) => (
          <li
            key={step.href}
            className="grid content-start gap-1 rounded-lg border border-line-strong/60 bg-raised p-4"
          >
            <p className="flex items-baseline gap-2">
              <span aria-hidden className="text-sm text-ink-2 tabular-nums">
                {i + 1}
              </span>
              <Link href={step.href} className="font-medium text-accent underline underline-offset-2">
                {step.title}
              </Link>
            </p>
            <p className="text-sm text-ink-2">{step.reason}</p>
          </li>
        ))}
      </ol>
    </ProgressSection>
  );
}
