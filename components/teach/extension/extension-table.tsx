import { grantWords } from "@/components/teach/assignment/extension-words";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import type { ListedStudent } from "@/lib/data/assignment/list-students";

type Props = {
  timeZone: string;
  students: readonly ListedStudent[];
  chosen: ReadonlySet<string>;
  setChosen: (studentIds: ReadonlySet<string>) => void;
  edit: (student: ListedStudent) => void;
};

function Chooser({ label, isOn, toggle }: { label: string; isOn: boolean; toggle: (isOn: boolean) => void }) {
  return (
    <input
      type="checkbox"
      className="m-1 size-4 accent-accent"
      aria-label={label}
      checked={isOn}
      onChange={({ target }) => toggle(target.checked)}
    />
  );
}

/** Students with what each was granted and why; some can be chosen to be granted the same. */
export function ExtensionTable({ timeZone, students, chosen, setChosen, edit }: Props) {
  const allIds = students.map(({ studentId }) => studentId);
  const toggle = (studentId: string, isOn: boolean) =>
    setChosen(new Set(isOn ? [...chosen, studentId] : [...chosen].filter((id) => id !== studentId)));
  return (
    <Table
      dense
      caption="By name. Dates are the class's."
      rows={students}
      rowKey={({ studentId }) => studentId}
      columns={[
        {
          key: "choose",
          header: (
            <Chooser
              label="Choose all on this page"
              isOn={allIds.every((id) => chosen.has(id))}
              toggle={(isOn) => setChosen(new Set(isOn ? allIds : []))}
            />
          ),
          className: "w-8",
          cell: ({ studentId, name }) => (
            <Chooser
              label={`Choose ${name}`}
              isOn={chosen.has(studentId)}
              toggle={(isOn) => toggle(studentId, isOn)}
            />
          ),
        },
        {
          key: "name",
          header: "Student",
          rowHeader: true,
          className: "wrap-anywhere",
          cell: ({ name }) => name,
        },
        {
          key: "granted",
          header: "Granted",
          className: "min-w-24",
          cell: ({ extension }) => (
            <>
              {extension ? grantWords(extension, timeZone) : "–"}
              {extension?.reason && (
                <span className="block text-ink-2 wrap-anywhere">Reason: {extension.reason}</span>
              )}
            </>
          ),
        },
        {
          key: "edit",
          header: <span className="sr-only">Change</span>,
          className: "w-16 text-right",
          cell: (student) => (
            <Button size="small" onClick={() => edit(student)} aria-label={`Change for ${student.name}`}>
              {student.extension ? "Change" : "Extend"}
            </Button>
          ),
        },
      ]}
    />
  );
}
