import { type LengthMinutes, STAGE_INFO, STAGE_MINUTES, STAGES } from "@/lib/framework/stages";

/** One interview as a bar, cut into the stages' minutes. The table below it holds the same numbers. */
export function StageMinutesBar({ lengthMinutes }: { lengthMinutes: LengthMinutes }) {
  const minutes = STAGE_MINUTES[lengthMinutes];
  const parts = [
    ...STAGES.map((stage) => ({ name: STAGE_INFO[stage].title, minutes: minutes[stage] })),
    { name: "Wrap-up", minutes: minutes.wrapUp },
  ];
  return (
    <figure aria-hidden className="mb-6">
      <div className="flex h-9 gap-px overflow-hidden rounded-md">
        {parts.map((part, index) => (
          <span
            key={part.name}
            title={`${part.name}: ${part.minutes} min`}
            className={`flex items-center justify-center text-xs font-medium tabular-nums ${index < STAGES.length ? "bg-accent-soft text-accent" : "bg-sunken text-ink-2"}`}
            style={{ flexGrow: part.minutes, flexBasis: 0 }}
          >
            {index < STAGES.length ? index + 1 : ""}
          </span>
        ))}
      </div>
      <figcaption className="mt-1.5 flex justify-between text-xs text-ink-2 tabular-nums">
        <span>0 min</span>
        <span>{lengthMinutes} min</span>
      </figcaption>
    </figure>
  );
}
