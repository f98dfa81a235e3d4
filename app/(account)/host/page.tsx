import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ModelUse } from "@/components/host/model-use";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { currentViewer } from "@/lib/auth/viewer";
import { readHostUse } from "@/lib/data/language-model/read-host-use";

export const metadata: Metadata = { title: "Language model", robots: { index: false } };

export default async function HostPage() {
  const viewer = await currentViewer();
  // To anybody else the page does not exist; the query refuses them once more.
  if (viewer?.role !== "admin") notFound();
  return (
    <PageShell width="medium">
      <PageHeader
        eyebrow="For administrators"
        title="The language model"
        lead="What it does here, whether it answers, and what it costs."
      />
      <ModelUse use={await readHostUse(viewer, new Date())} />
    </PageShell>
  );
}
