import type { Metadata } from "next";
import Link from "next/link";
import { adsLabEntry } from "@/components/lab/ads/lab-entry";
import type { LabEntry } from "@/components/lab/lab-entry";
import { searchLabEntry } from "@/components/lab/search/lab-entry";
import { videoLabEntry } from "@/components/lab/video/lab-entry";
import { PageHeader, PageShell } from "@/components/layout/page-shell";

export const metadata: Metadata = {
  title: "Lab",
  description: "Pipelines that run in your browser: on simulated worlds, and on data of your own.",
};

const DATA: LabEntry = {
  path: "/lab/data",
  title: "Your own data",
  text: "Ratings, a click log, judged documents or a search collection. They are recognised, read, trained on and measured in this tab, against the simplest thing that could work, and go nowhere else.",
  facts: "MovieLens and CSV · libfm · LETOR, LightGBM · BEIR folders · bad rows listed with their line",
};

/** The worlds, then what takes files. */
const LABS: readonly LabEntry[] = [videoLabEntry(), adsLabEntry(), searchLabEntry(), DATA];

export default function LabPage() {
  return (
    <PageShell>
      <PageHeader
        title="Lab"
        lead="The pipeline that a design describes, running where you read. Nothing is sent to a server."
      />
      <ul className="max-w-3xl divide-y divide-line border-y border-line">
        {LABS.map(({ path, title, text, facts }) => (
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
