import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { ArchiveClass } from "@/components/teach/class/archive-class";
import { ChangeClassForm } from "@/components/teach/class/change-class-form";
import { JoinSettingsForm } from "@/components/teach/class/join-settings-form";
import { SettingsSection } from "@/components/teach/class/settings-section";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { loadOverview } from "@/lib/data/class/load-overview";
import { timeZones } from "@/lib/learning/time-zone";
import { orNotFound, pageMember } from "../page-member";
import {
  archiveClassAction,
  changeClassAction,
  changeJoinSettingsAction,
  deleteClassAction,
  rotateJoinCodeAction,
  switchOffJoinCodeAction,
} from "./actions";

export const metadata: Metadata = { title: "Class settings", robots: { index: false } };

const joinActions = {
  rotate: rotateJoinCodeAction,
  switchOff: switchOffJoinCodeAction,
  change: changeJoinSettingsAction,
};

export default async function ClassSettingsPage({ params }: PageProps<"/classes/[classId]/settings">) {
  const { viewer, member } = await pageMember((await params).classId, INSTRUCTORS);
  const { classId, className, timeZone, isArchived } = member;
  const { staff } = await orNotFound(loadOverview(viewer, classId));
  return (
    <PageShell>
      <PageHeader title="Settings" />
      <div className="grid max-w-3xl gap-8">
        {!isArchived && (
          <SettingsSection title="Name and time zone">
            <ChangeClassForm
              {...{ classId, timeZone }}
              name={className}
              zones={timeZones()}
              change={changeClassAction}
            />
          </SettingsSection>
        )}
        {!isArchived && staff && (
          <SettingsSection title="How people join">
            <JoinSettingsForm {...{ classId, timeZone }} join={staff.join} actions={joinActions} />
          </SettingsSection>
        )}
        <SettingsSection title={isArchived ? "Open again, or delete" : "Archive"}>
          <ArchiveClass
            {...{ classId, isArchived }}
            name={className}
            archive={archiveClassAction}
            remove={deleteClassAction}
          />
        </SettingsSection>
      </div>
    </PageShell>
  );
}
