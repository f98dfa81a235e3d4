import { FigureFrame } from "@/components/content/figures/figure-frame";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  LENGTHS_MINUTES,
  type LengthMinutes,
  STAGE_INFO,
  STAGE_MINUTES,
  STAGES,
} from "@/lib/framework/stages";

const ROWS = [
  ...STAGES.map((stage) => ({ key: stage, title: STAGE_INFO[stage].title })),
  { key: "wrapUp", title: "Questions and close" },
] as const;

/** Minutes of each stage and where they lie in the round. A real table: the bars repeat what the cells say. */
export function StageClockFigure({ stage, caption }: VocabularyProps<"StageClockFigure">) {
  return (
    <FigureFrame title="Where the minutes of a round go" caption={caption}>
      <table className="m-0 w-full table-fixed border-collapse text-sm tabular-nums">
        <caption className="sr-only">
          Minutes per stage and the minute at which the stage begins, by length of the round
        </caption>
        <thead>
          <tr className="border-b border-line-strong/60">
            <th scope="col" className="w-[34%] py-1.5 pr-3 pl-1 text-left font-medium text-ink-2">
              Stage
            </th>
            {LENGTHS_MINUTES.map((length) => (
              <th key={length} scope="col" className="py-1.5 pl-3 text-left font-medium text-ink-2">
                {length} min
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr
              key={row.key}
              className={`border-b border-line last:border-0 ${row.key === stage ? "bg-accent-soft" : ""}`}
            >
              <th
                scope="row"
                className={`py-1.5 pr-3 pl-1 text-left leading-tight ${row.key === stage ? "font-semibold" : "font-normal"}`}
              >
                {row.title}
                {row.key === stage && (
                  <span className="block text-xs font-normal text-ink-2">this chapter</span>
                )}
              </th>
              {LENGTHS_MINUTES.map((length) => (
                <ClockCell key={length} length={length} row={row.key} isMarked={row.key === stage} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FigureFrame>
  );
}

function ClockCell({
  length,
  row,
  isMarked,
}: {
  length: LengthMinutes;
  row: (typeof ROWS)[number]["key"];
  isMarked: boolean;
}) {
  const minutes = STAGE_MINUTES[length];
  const start = ROWS.slice(
    0,
    ROWS.findIndex(({ key }) => key === row),
  ).reduce((sum, { key }) => sum + minutes[key], 0);
  return (
    <td className="py-1.5 pl-3 align-middle">
      <span className="whitespace-nowrap">
        {minutes[row]} min<span className="sr-only">, from minute {start}</span>
      </span>
      <span aria-hidden className="relative mt-1 block h-1.5 bg-sunken">
        <span
          className={`absolute inset-y-0 ${isMarked ? "bg-accent" : "bg-line-strong"}`}
          style={{ left: `${(start / length) * 100}%`, width: `${(minutes[row] / length) * 100}%` }}
        />
      </span>
    </td>
  );
}
