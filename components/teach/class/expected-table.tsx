"use client";
import { type Column, Table } from "@/components/ui/table";
import type { ActionResult } from "@/lib/actions/result";
import type { ExpectedPerson } from "@/lib/data/class/list-members";
import { RowPress } from "./member-actions";

type ExpectedTableProps = {
  classId: string;
  people: readonly ExpectedPerson[];
  drop: ((input: { classId: string; entryId: string }) => Promise<ActionResult<void>>) | null;
};

/** On the roster, and no member has the address yet. */
export function ExpectedTable({ classId, people, drop }: ExpectedTableProps) {
  const columns: Column<ExpectedPerson>[] = [
    {
      key: "name",
      header: "Name",
      rowHeader: true,
      cell: ({ name, email }) => (
        <span className="grid">
          {name}
          <span className="font-normal text-ink-2">{email}</span>
        </span>
      ),
    },
    {
      key: "role",
      header: "Expected as",
      cell: ({ role }) => (role === "assistant" ? "Assistant" : "Student"),
    },
    { key: "section", header: "Section", cell: ({ section }) => section ?? "" },
    { key: "number", header: "Student number", cell: ({ studentNumber }) => studentNumber ?? "" },
  ];
  if (drop)
    columns.push({
      key: "drop",
      header: <span className="sr-only">Actions</span>,
      // Positioned, so that the words for screen readers alone stay inside the box that scrolls.
      className: "relative",
      cell: ({ entryId, name }) => (
        <RowPress label={`Take ${name} off the roster`} press={() => drop({ classId, entryId })}>
          Take off
        </RowPress>
      ),
    });
  return (
    <Table
      caption="On the roster, not joined yet"
      hideCaption
      rows={people}
      rowKey={({ entryId }) => entryId}
      columns={columns}
    />
  );
}
