"use client";

import { useInterviewState } from "../interview-context";

/** What the interviewer has told so far. Nothing here hints at what else could be asked. */
export function FactsPanel() {
  const facts = useInterviewState((state) => state.facts);
  const twists = useInterviewState((state) => state.twists);
  if (facts.length === 0 && twists.length === 0) {
    return (
      <p className="text-sm text-ink-2">
        Nothing yet. Facts appear here when you ask for them: the interviewer does not volunteer what you do
        not ask.
      </p>
    );
  }
  return (
    <div className="grid gap-4 text-sm">
      {twists.length > 0 && (
        <section className="grid gap-1.5">
          <h3 className="font-medium">Changed requirements</h3>
          <ul className="grid gap-1.5">
            {twists.map((twist) => (
              <li key={twist.atMs} className="rounded-md border border-warn/40 bg-warn-soft px-2.5 py-1.5">
                {twist.text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {facts.length > 0 && (
        <section className="grid gap-1.5">
          <h3 className="font-medium">
            {facts.length} {facts.length === 1 ? "fact" : "facts"} learnt
          </h3>
          <ul className="grid list-disc gap-1.5 pl-5">
            {facts.map((fact) => (
              <li key={fact.id}>{fact.text}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
