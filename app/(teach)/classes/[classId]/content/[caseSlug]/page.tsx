import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { ClassCase } from "@/components/teach/content/class-case";
import { LinkButton } from "@/components/ui/link-button";
import { STAFF } from "@/lib/classroom/roles";
import { loadClassCase } from "@/lib/data/class-content/load-class-content";
import { orNotFound, pageMember } from "../../page-member";
import {
  checkClassContentAction,
  resetClassContentAction,
  saveClassFactAction,
  saveClassPointAction,
  tryClassPointAction,
  tryClassQuestionAction,
} from "../actions";

export const metadata: Metadata = { title: "A case of the class", robots: { index: false } };

export default async function ClassCasePage({ params }: PageProps<"/classes/[classId]/content/[caseSlug]">) {
  const { classId, caseSlug } = await params;
  const { viewer } = await pageMember(classId, STAFF);
  const loaded = await orNotFound(loadClassCase(viewer, classId, caseSlug));
  return (
    <PageShell>
      <PageHeader
        eyebrow={<Link href={`/classes/${classId}/content`}>Content of the class</Link>}
        title={loaded.title}
        lead={
          loaded.mayEdit
            ? "What you change here holds for interviews of this class that start from now on."
            : "What this class has of the case. Instructors change it."
        }
        actions={
          <LinkButton href={`/classes/${classId}/content/${caseSlug}/preview`}>
            See it as a student
          </LinkButton>
        }
      />
      <ClassCase
        classId={classId}
        loaded={loaded}
        actions={{
          savePoint: saveClassPointAction,
          saveFact: saveClassFactAction,
          reset: resetClassContentAction,
          tryPoint: tryClassPointAction,
          tryQuestion: tryClassQuestionAction,
          check: checkClassContentAction,
        }}
      />
    </PageShell>
  );
}
