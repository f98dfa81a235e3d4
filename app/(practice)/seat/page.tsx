import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { TakeSeat } from "@/components/seat/take-seat";
import { takeSeatAction } from "./actions";

// The link's secret is in the address: it is kept out of search engines and out of the Referer of links that are followed.
export const metadata: Metadata = {
  title: "Interview somebody",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

const STEPS = [
  "You sit in the interviewer's seat: what the candidate asks, they ask you.",
  "The script lies open before you: facts to tell when they are asked for, questions, a requirement that changes. What it would say now stands on top; a press says it.",
  "You see the answer, the board and the clock as they move, and fill in a scoring sheet that nobody sees before the end.",
  "If you have to go, just go: the scripted interviewer takes the seat, and gives it back when you return.",
];

export default function TakeSeatPage() {
  return (
    <PageShell width="reading">
      <PageHeader
        title="You are asked to interview somebody"
        lead="A mock interview on machine learning design. No account and no preparation are needed."
      />
      <div className="grid gap-8">
        <ol className="grid list-decimal gap-2 pl-5">
          {STEPS.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <TakeSeat take={takeSeatAction} />
      </div>
    </PageShell>
  );
}
