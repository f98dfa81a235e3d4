import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AbandonedClasses } from "@/components/host/abandoned-classes";
import { Instructors } from "@/components/host/instructors";
import { ModelUse } from "@/components/host/model-use";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { currentViewer } from "@/lib/auth/viewer";
import { listAbandonedClasses } from "@/lib/data/host/abandoned-classes";
import { readHostUse } from "@/lib/data/language-model/read-host-use";
import { env } from "@/lib/env";
import { findAccountAction, giveRoleAction, nameInstructorAction } from "./actions";

export const metadata: Metadata = { title: "This Shortlist", robots: { index: false } };

export default async function HostPage() {
  const viewer = await currentViewer();
  // To anybody else the page does not exist; the queries refuse them once more.
  if (viewer?.role !== "admin") notFound();
  const [use, abandoned] = await Promise.all([readHostUse(viewer, new Date()), listAbandonedClasses(viewer)]);
  return (
    <PageShell width="medium">
      <PageHeader
        eyebrow="For administrators"
        title="This Shortlist"
        lead="Who makes classes, and what the language model does and costs."
      />
      <div className="grid gap-10">
        <section aria-labelledby="instructors" className="grid gap-3">
          <h2 id="instructors" className="text-lg font-semibold">
            Instructors
          </h2>
          <Instructors
            isOpenToAll={env().WHO_MAKES_CLASSES === "accounts"}
            find={findAccountAction}
            give={giveRoleAction}
          />
        </section>
        <section aria-labelledby="abandoned" className="grid gap-3">
          <h2 id="abandoned" className="text-lg font-semibold">
            Classes without an instructor
          </h2>
          <AbandonedClasses classes={abandoned} save={nameInstructorAction} />
        </section>
        <section aria-labelledby="language-model" className="grid gap-3">
          <h2 id="language-model" className="text-lg font-semibold">
            The language model
          </h2>
          <ModelUse use={use} />
        </section>
      </div>
    </PageShell>
  );
}
