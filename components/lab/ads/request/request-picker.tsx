"use client";

import { formatHour } from "@/components/lab/ads/ads-format";
import { PickerDialog } from "@/components/lab/core/picker-dialog";
import type { AdRequestSummary } from "@/lib/pipeline/ads/trace";

type RequestPickerProps = {
  list: () => Promise<readonly AdRequestSummary[]>;
  onChoose: (request: number) => void;
  onClose: () => void;
};

const textOf = (one: AdRequestSummary) =>
  `${one.request} ${one.user} ${one.site} ${one.siteCategory} ${one.slot} ${one.device} ${one.region} ${formatHour(one.hour)} ${one.isOptedOut ? "opted out" : ""}`;

/** Requests of the last day; search by person, site, device, region or hour. Opening it starts the pipeline. */
export function RequestPicker({ list, onChoose, onClose }: RequestPickerProps) {
  return (
    <PickerDialog
      title="Another request"
      searchLabel="Search by person, site, device, slot, region or hour"
      items="requests"
      waiting="Building the world of ads and people"
      list={list}
      keyOf={({ request }) => request}
      textOf={textOf}
      onChoose={({ request }) => onChoose(request)}
      onClose={onClose}
    >
      {(one) => (
        <>
          <span className="shrink-0 text-ink-2 tabular-nums">{formatHour(one.hour)}</span>
          <span className="min-w-0 truncate">
            <span className="font-medium">{one.user}</span> on {one.site}
          </span>
          <span className="ml-auto shrink-0 text-xs text-ink-2">
            {one.device}, {one.slot}
            {one.isOptedOut && ", opted out"}
          </span>
        </>
      )}
    </PickerDialog>
  );
}
