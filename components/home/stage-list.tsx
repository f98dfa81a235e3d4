import Link from "next/link";
import { STAGE_INFO, STAGE_MINUTES, STAGES } from "@/lib/framework/stages";

const LENGTH = 45;

/** The seven stages with their question and their share of 45 minutes. */
export function StageList() {
  const longest = Math.max(...STAGES.map((stage) => STAGE_MINUTES[LENGTH][stage]));
  return (
    <ol className="divide-y divide-line border-y border-line">
      {STAGES.map((stage, index) => (
        <li key={stage}>
          <Link
            href={`/framework/${stage}`}
            className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-baseline gap-x-3 py-3 text-ink no-underline hover:bg-sunken sm:grid-cols-[1.5rem_11rem_minmax(0,1fr)_9rem] sm:px-2"
          >
            <span className="font-serif text-lg text-ink-2 tabular-nums">{index + 1}</span>
            <span className="font-medium">{STAGE_INFO[stage].title}</span>
            <span className="col-span-2 col-start-2 row-start-2 text-sm text-ink-2 sm:col-span-1 sm:col-start-3 sm:row-start-1">
              {STAGE_INFO[stage].question}
            </span>
            <span className="flex items-center justify-end gap-2 text-sm text-ink-2 tabular-nums">
              <span className="hidden h-1.5 flex-1 justify-end sm:flex" aria-hidden>
                <span
                  className="h-full rounded-full bg-accent/70"
                  style={{ width: `${(STAGE_MINUTES[LENGTH][stage] / longest) * 100}%` }}
                />
              </span>
              <span className="w-12 text-right">{STAGE_MINUTES[LENGTH][stage]} min</span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
