import type { Metadata } from "next";
import { DataLab } from "@/components/lab/data/data-lab";
import { PageHeader, PageShell } from "@/components/layout/page-shell";

export const metadata: Metadata = {
  title: "Your own data",
  description:
    "Read ratings, click logs, judged documents or a search collection in the browser, train the pipelines on them, and see what they are worth against the simplest thing that could work.",
};

export default function DataLabPage() {
  return (
    <PageShell>
      <PageHeader
        eyebrow="Lab"
        title="The pipelines on your own data"
        lead="Ratings, clicks, judged documents or a search collection, read and learnt from in this tab. Nothing is uploaded: there is nowhere to upload it to."
      />
      <DataLab />
    </PageShell>
  );
}
