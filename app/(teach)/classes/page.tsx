import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { ClassList } from "@/components/teach/class/class-list";
import { JoinClassForm } from "@/components/teach/class/join-class-form";
import { NeedsAccount } from "@/components/teach/class/needs-account";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { currentViewer } from "@/lib/auth/viewer";
import { mayMakeClass } from "@/lib/classroom/class-settings";
import { listClasses } from "@/lib/data/class/list-classes";
import { env } from "@/lib/env";
import { joinClassAction } from "./actions";

export const metadata: Metadata = { title: "Classes", robots: { index: false } };

export default async function ClassesPage() {
  const viewer = await currentViewer();
  if (!viewer || viewer.isGuest)
    return (
      <PageShell width="medium">
        <PageHeader
          title="Classes"
          lead="Instructors assign cases with a due date and grade by rubric, with the machine's evidence beside each point."
        />
        <NeedsAccount next="/classes" />
      </PageShell>
    );
  const classes = await listClasses(viewer, new Date());
  const mayMake = mayMakeClass(viewer, env().WHO_MAKES_CLASSES);
  return (
    <PageShell width="medium">
      <PageHeader
        title="Classes"
        lead="What you teach and what you take."
        actions={
          mayMake && (
            <LinkButton variant="primary" href="/classes/new">
              New class
            </LinkButton>
          )
        }
      />
      <div className="grid gap-8">
        {classes.length > 0 ? (
          <ClassList classes={classes} />
        ) : (
          <EmptyState title="You are in no class yet">
            {mayMake
              ? "Join one with the code that your instructor gave you, or make one yourself."
              : "Join one with the code that your instructor gave you."}
          </EmptyState>
        )}
        <section aria-labelledby="join" className="grid gap-3 border-t border-line pt-6">
          <h2 id="join" className="text-lg font-semibold">
            Join a class
          </h2>
          <JoinClassForm join={joinClassAction} />
        </section>
      </div>
    </PageShell>
  );
}
