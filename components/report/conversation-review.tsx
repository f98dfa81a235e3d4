import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { Report } from "@/lib/grading/report/schema";

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid content-start gap-2">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

const SETTLED = { enough: "answered", "let-go": "let go" } as const;

/** What happened beside the answer: changed requirements, follow-ups, questions asked and never asked, hints. */
export function ConversationReview({ report }: { report: Report }) {
  const { twists, followUps, questions, hints, board } = report;
  return (
    <div className="grid gap-10 md:grid-cols-2">
      <Section id="twists" title="Changed requirements">
        {twists.length === 0 && <p className="text-sm text-ink-2">None was given before you submitted.</p>}
        {twists.map((twist) => (
          <div key={twist.announce} className="grid gap-1">
            <p className="text-sm">
              <Badge tone={twist.adapted ? "good" : "warn"}>
                {twist.adapted ? "design adapted" : "no sign of a change"}
              </Badge>{" "}
              {twist.announce}
            </p>
            {twist.receipt && (
              <blockquote className="border-l-2 border-accent pl-3 font-serif text-sm text-ink-2">
                “{twist.receipt.quote}”
              </blockquote>
            )}
          </div>
        ))}
      </Section>
      <Section id="follow-ups" title="Follow-up questions">
        {followUps.length === 0 && <p className="text-sm text-ink-2">The interviewer had none.</p>}
        <ul className="grid gap-2">
          {followUps.map((followUp) => (
            <li key={followUp.question} className="text-sm">
              <Badge tone={followUp.settled === "enough" ? "good" : "neutral"}>
                {followUp.settled ? SETTLED[followUp.settled] : "left open"}
              </Badge>{" "}
              {followUp.question}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="questions" title="Your questions">
        <p className="text-sm text-ink-2">
          {questions.asked} asked, {questions.learnt.length} facts learnt.
        </p>
        <Disclosure summary={`What you never asked (${questions.missed.length})`}>
          <ul className="grid gap-2">
            {questions.missed.map((missed) => (
              <li key={missed.question} className="text-sm">
                {missed.question} <span className="text-ink-2">{missed.ifNeverAsked}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      </Section>
      {hints.length > 0 && (
        <Section id="hints" title="Hints you took">
          <ul className="grid gap-2">
            {hints.map((hint) => (
              <li key={hint.text} className="text-sm text-ink-2">
                {hint.text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {board && (
        <Section id="board" title="Your board">
          <pre className="whitespace-pre-wrap rounded-md border border-line bg-sunken p-3 font-mono text-sm">
            {board}
          </pre>
        </Section>
      )}
    </div>
  );
}
