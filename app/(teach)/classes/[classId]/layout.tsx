import { ClassHeader } from "@/components/teach/class/class-header";
import { pageMember } from "./page-member";

/** A layout is not asked again when a reader moves between its pages: each page and each query asks for itself. */
export default async function ClassLayout({ params, children }: LayoutProps<"/classes/[classId]">) {
  const { member } = await pageMember((await params).classId);
  const { classId, className, timeZone, role, isArchived } = member;
  return (
    <>
      <ClassHeader {...{ classId, timeZone, role, isArchived }} name={className} />
      {children}
    </>
  );
}
