import type { Metadata } from "next";
import { DataLab } from "@/components/lab/data/data-lab";
import { PageHeader, PageShell } from "@/components/layout/page-shell";

export const metadata: Metadata = {
  title: "Your own ratings",
  description:
    "Read a file of ratings in the browser, train a retrieve-and-rank pipeline on it, and see what it is worth against popularity.",
};

export default function DataLabPage() {
  return (
    <PageShell>
      <PageHeader
        eyebrow="Lab"
        title="The pipeline on your own ratings"
        lead="A file of who rated what, read and learnt from in this tab. It is never uploaded: there is nowhere to upload it to."
      />
      <DataLab />
    </PageShell>
  );
}
