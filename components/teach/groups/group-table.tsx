import Link from "next/link";
import { type Column, Table } from "@/components/ui/table";
import { groupQuery } from "@/lib/classroom/groups/view";
import type { GroupPoint } from "@/lib/data/grading-group/group-rows";
import type { GroupRow, Groups } from "@/lib/data/grading-group/load-groups";
import { fieldWords, nothingWritten } from "./group-words";

type Props = { groups: Groups; point: GroupPoint; base: string };

function columns({ groups, point, base }: Props): Column<GroupRow>[] {
  return [
    {
      key: "group",
      header: fieldWords(groups),
      rowHeader: true,
      cell: ({ key, title }) => (
        <Link
          href={`${base}/groups${groupQuery({ point: point.id, field: groups.field, group: key })}#open-group`}
          prefetch={false}
          aria-current={groups.open?.key === key ? "true" : undefined}
          className="text-accent underline-offset-2 hover:underline aria-[current=true]:font-semibold"
        >
          {title}
        </Link>
      ),
    },
    { key: "size", header: "Answers", numeric: true, cell: ({ size }) => size },
    { key: "undecided", header: "Undecided", numeric: true, cell: ({ undecided }) => undecided },
    {
      key: "quotes",
      header: "For example",
      cell: ({ quotes }) =>
        quotes.length === 0 ? (
          <span className="text-ink-2">{nothingWritten(point.stage)}</span>
        ) : (
          <ul className="grid gap-1 text-ink-2">
            {quotes.map((quote) => (
              <li key={quote} className="line-clamp-2 min-w-48">
                “{quote}”
              </li>
            ))}
          </ul>
        ),
    },
  ];
}

export function GroupTable(props: Props) {
  const { rows, more } = props.groups;
  return (
    <div className="grid gap-2">
      <Table
        caption={`Groups of answers. Point: ${props.point.text}`}
        dense
        columns={columns(props)}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {more > 0 && <p className="text-sm text-ink-2">And {more} smaller groups.</p>}
    </div>
  );
}
