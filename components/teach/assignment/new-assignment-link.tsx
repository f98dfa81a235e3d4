import { LinkButton } from "@/components/ui/link-button";
import type { Membership } from "@/lib/data/class/membership";

/** For who may make an assignment; nothing for anybody else. */
export function NewAssignmentLink({
  member,
}: {
  member: Pick<Membership, "classId" | "role" | "isArchived">;
}) {
  if (member.role !== "instructor" || member.isArchived) return null;
  return (
    <LinkButton variant="primary" href={`/classes/${member.classId}/assignments/new`}>
      New assignment
    </LinkButton>
  );
}
