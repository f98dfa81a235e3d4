import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { CreateClassForm } from "@/components/teach/class/create-class-form";
import { EmptyState } from "@/components/ui/empty-state";
import { currentViewer } from "@/lib/auth/viewer";
import { mayMakeClass } from "@/lib/classroom/class-settings";
import { env } from "@/lib/env";
import { timeZones } from "@/lib/learning/time-zone";
import { createClassAction } from "../actions";

export const metadata: Metadata = { title: "New class", robots: { index: false } };

export default async function NewClassPage() {
  const viewer = await currentViewer();
  if (!viewer || viewer.isGuest) redirect("/sign-in?next=/classes/new");
  return (
    <PageShell width="medium">
      <PageHeader title="New class" lead="You will be its instructor. Students join with a code." />
      {mayMakeClass(viewer, env().WHO_MAKES_CLASSES) ? (
        <CreateClassForm zones={timeZones()} create={createClassAction} />
      ) : (
        <EmptyState title="Here only instructors make classes">
          Ask an administrator of this Shortlist to give your account the role of an instructor.
        </EmptyState>
      )}
    </PageShell>
  );
}
