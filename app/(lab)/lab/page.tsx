import type { Metadata } from "next";
import Link from "next/link";
import { precomputedStart } from "@/components/lab/video/precomputed";
import { PageHeader, PageShell } from "@/components/layout/page-shell";

export const metadata: Metadata = {
  title: "Lab",
  description: "Pipelines that run in your browser: on a simulated world of videos, and on data of your own.",
};

const count = (value: number) => value.toLocaleString("en");

export default function LabPage() {
  const { card, recommendation } = precomputedStart();
  const labs = [
    {
      path: "/lab/video",
      title: "Video recommendation",
      text: "Six sources, four rankers, rules and diversity over a world with a known truth. Step through a request, move every knob, switch parts off, predict what happens, train it again.",
      facts: `${count(recommendation.catalogueSize)} videos · ${count(card.world.users)} viewers · ${count(card.world.watches)} watches in the log`,
    },
    {
      path: "/lab/data",
      title: "Your own data",
      text: "Ratings, a click log, judged documents or a search collection. They are recognised, read, trained on and measured in this tab, against the simplest thing that could work, and go nowhere else.",
      facts: "MovieLens and CSV · libfm · LETOR, LightGBM · BEIR folders · bad rows listed with their line",
    },
  ];
  return (
    <PageShell>
      <PageHeader
        title="Lab"
        lead="The pipeline that a design describes, running where you read. Nothing is sent to a server."
      />
      <ul className="max-w-3xl divide-y divide-line border-y border-line">
        {labs.map(({ path, title, text, facts }) => (
          <li key={path} className="py-6">
            <h2 className="text-xl font-semibold">
              <Link href={path}>{title}</Link>
            </h2>
            <p className="mt-1.5">{text}</p>
            <p className="mt-1.5 text-sm text-ink-2">{facts}</p>
          </li>
        ))}
      </ul>
    </PageShell>
  );
}
