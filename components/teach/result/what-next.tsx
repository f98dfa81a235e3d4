import Link from "next/link";
import type { Result } from "@/lib/data/result/load-result";

/** What to practise, and the lab runs that were handed in. */
export function WhatNext({ result: { nextSteps, evidence } }: { result: Result }) {
  return (
    <aside className="grid content-start gap-8">
      {nextSteps.length > 0 && (
        <section aria-labelledby="next">
          <h2 id="next" className="mb-2 text-lg font-semibold">
            Practise next
          </h2>
          <ul className="grid gap-3 text-sm">
            {nextSteps.map((step) => (
              <li key={step.href}>
                <Link href={step.href}>{step.title}</Link>
                <p className="text-ink-2">{step.reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {evidence.length > 0 && (
        <section aria-labelledby="evidence">
          <h2 id="evidence" className="mb-2 text-lg font-semibold">
            Lab runs you attached
          </h2>
          <ul className="grid gap-1 text-sm">
            {evidence.map(({ id, world, path }) => (
              <li key={id}>
                <a href={path}>Run of the {world} lab</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
