"use client";
import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import { dayWords } from "@/lib/classroom/dates/date-words";
import { CLASS_ROLE_WORDS, isStaff } from "@/lib/classroom/roles";
import type { ListedMember } from "@/lib/data/class/list-members";
import { ChangeMember, type MemberActionProps, RowPress } from "./member-actions";

type MemberTableProps = {
  classId: string;
  timeZone: string;
  members: readonly ListedMember[];
  /** Null for an assistant, and in an archived class: nothing is changed. */
  actions: MemberActionProps | null;
};

/** What the roster says that the account does not; addresses are not verified, so a name that differs is shown. */
function Name({ member }: { member: ListedMember }) {
  const { name, email, expected, role } = member;
  const isCalledOtherwise = expected !== null && expected.name.toLowerCase() !== name.toLowerCase();
  return (
    <span className="grid">
      <span>{name}</span>
      <span className="font-normal text-ink-2">{email}</span>
      {isCalledOtherwise && <span className="font-normal text-ink-2">on the roster: {expected.name}</span>}
      {expected?.role === "assistant" && !isStaff(role) && (
        <span>
          <Badge tone="warn">Expected as assistant</Badge>
        </span>
      )}
    </span>
  );
}

function OutActions({
  classId,
  member,
  actions,
}: Omit<MemberTableProps, "members" | "timeZone"> & { member: ListedMember }) {
  const { userId, name, hasLeft } = member;
  if (hasLeft || !actions) return null;
  return (
    <RowPress label={`Let ${name} in again`} press={() => actions.letIn({ classId, userId })}>
      Let in again
    </RowPress>
  );
}

export function MemberTable({ classId, timeZone, members, actions }: MemberTableProps) {
  const areOut = members.some(({ removedAt }) => removedAt !== null);
  const columns: Column<ListedMember>[] = [
    { key: "name", header: "Name", rowHeader: true, cell: (member) => <Name member={member} /> },
    { key: "role", header: areOut ? "Was" : "Role", cell: ({ role }) => CLASS_ROLE_WORDS[role] },
    { key: "section", header: "Section", cell: ({ expected }) => expected?.section ?? "" },
    { key: "number", header: "Student number", cell: ({ expected }) => expected?.studentNumber ?? "" },
    areOut
      ? {
          key: "out",
          header: "Out since",
          cell: ({ removedAt, hasLeft }) =>
            `${removedAt ? dayWords(removedAt.getTime(), timeZone) : ""}, ${hasLeft ? "left" : "removed"}`,
        }
      : { key: "joined", header: "Joined", cell: ({ joinedAt }) => dayWords(joinedAt.getTime(), timeZone) },
  ];
  if (actions)
    columns.push({
      key: "actions",
      header: <span className="sr-only">Actions</span>,
      // Positioned, so that the words for screen readers alone stay inside the box that scrolls.
      className: "relative",
      cell: (member) =>
        areOut ? (
          <OutActions {...{ classId, member, actions }} />
        ) : (
          <ChangeMember
            {...{ classId, userId: member.userId, name: member.name, role: member.role }}
            changeRole={actions.changeRole}
            remove={actions.remove}
          />
        ),
    });
  return (
    <Table
      caption={areOut ? "Who was removed or has left" : "Members"}
      hideCaption
      rows={members}
      rowKey={({ userId }) => userId}
      columns={columns}
    />
  );
}
