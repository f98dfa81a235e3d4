import { createRandom } from "@/lib/random";

const ROWS = 5;

/** Which cells of a log (days to the right, items down) are held out by a random and by a time split. */
export function SplitGrid({ days, testDays }: { days: number; testDays: number }) {
  const columns = days / 2;
  const random = createRandom("split-grid");
  const scattered = Array.from({ length: ROWS * columns }, () => random.next() < testDays / days);
  const late = Array.from(
    { length: ROWS * columns },
    (_, i) => i % columns >= columns * (1 - testDays / days),
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Grid label="Random split: test rows lie between training rows" columns={columns} isTest={scattered} />
      <Grid label="Time split: test rows lie after all training rows" columns={columns} isTest={late} />
    </div>
  );
}

function Grid({ label, columns, isTest }: { label: string; columns: number; isTest: readonly boolean[] }) {
  return (
    <div className="text-xs text-ink-2">
      <p className="m-0 mb-1.5">{label}</p>
      <svg aria-hidden="true" viewBox={`0 0 ${columns} ${ROWS}`} className="block w-full">
        {isTest.map((test, i) => {
          const [x, y] = [i % columns, Math.floor(i / columns)];
          return (
            <rect
              key={`${x}-${y}`}
              x={x + 0.1}
              y={y + 0.1}
              width={0.8}
              height={0.8}
              fill={test ? "var(--series-2)" : "var(--line)"}
            />
          );
        })}
      </svg>
      <p className="m-0 mt-1 flex justify-between" aria-hidden>
        <span>day 1</span>
        <span>day {columns * 2}</span>
      </p>
    </div>
  );
}
