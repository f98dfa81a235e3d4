import { SeriesLegend } from "@/components/charts/bar-chart";
import type { ItemEvent } from "@/lib/evaluation/point-in-time";

type EventTimelineProps = {
  events: readonly ItemEvent[];
  hours: number;
  requestHour: number;
  /** Events before this hour are in the joined value. */
  cutoff: number;
  servedUntil: number;
};

const DAY = 24;

/** Impressions on a line of hours, clicks as tall strokes: counted, not counted, and counted from the future. */
export function EventTimeline({ events, hours, requestHour, cutoff, servedUntil }: EventTimelineProps) {
  const place = (hour: number) => `${Math.min(100, Math.max(0, (hour / hours) * 100)).toFixed(2)}%`;
  const counted = events.filter(({ hour }) => hour < cutoff);
  const future = counted.filter(({ hour }) => hour >= requestHour);
  return (
    <div className="text-xs text-ink-2 tabular-nums">
      <SeriesLegend
        entries={[
          { label: "Counted", color: 1 },
          { label: "Counted from the future", color: 2 },
        ]}
      />
      <div
        role="img"
        aria-label={`${counted.length} of ${events.length} impressions are counted, ${future.length} of them later than the request at hour ${requestHour}.`}
        className="relative mt-8 h-24 border-b border-line-strong"
      >
        <div
          className="absolute inset-y-0 left-0 bg-accent-soft"
          style={{ width: place(Math.max(0, servedUntil)) }}
        />
        {events.map((event) => (
          <span
            key={event.hour}
            className={`absolute bottom-0 w-0.5 ${event.isClick ? "h-16" : "h-6"}`}
            style={{ left: place(event.hour), background: colorOf(event, cutoff, requestHour) }}
          />
        ))}
        <div className="absolute -top-3 bottom-0 border-l-2 border-ink" style={{ left: place(requestHour) }}>
          <span
            className={`absolute -top-4 font-medium whitespace-nowrap text-ink ${requestHour > hours / 2 ? "right-1" : "left-1"}`}
          >
            request, hour {requestHour}
          </span>
        </div>
      </div>
      <div aria-hidden className="relative h-5">
        {daysOf(hours).map((hour) => (
          <span
            key={hour}
            className={`absolute top-1 whitespace-nowrap ${hour === 0 ? "" : hour === hours ? "-translate-x-full" : "-translate-x-1/2"}`}
            style={{ left: place(hour) }}
          >
            {hour} h
          </span>
        ))}
      </div>
      <p className="m-0 mt-1">
        Short strokes are impressions, tall ones were clicked; grey ones are not counted. The tinted part is
        what the store held when the request arrived.
      </p>
    </div>
  );
}

/** Hours at which a day begins or the last one ends. */
const daysOf = (hours: number) => Array.from({ length: hours / DAY + 1 }, (_, day) => day * DAY);

function colorOf({ hour }: ItemEvent, cutoff: number, requestHour: number): string {
  if (hour >= cutoff) return "var(--line-strong)";
  return hour >= requestHour ? "var(--series-2)" : "var(--series-1)";
}
