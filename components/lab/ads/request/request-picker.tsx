"use client";

import { useEffect, useState } from "react";
import { formatHour } from "@/components/lab/ads/ads-format";
import { formatCount } from "@/components/lab/format";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Spinner } from "@/components/ui/spinner";
import type { AdRequestSummary } from "@/lib/pipeline/ads/trace";

const SHOWN = 40;

type RequestPickerProps = {
  list: () => Promise<readonly AdRequestSummary[]>;
  onChoose: (request: number) => void;
  onClose: () => void;
};

const textOf = (one: AdRequestSummary) =>
  `${one.request} ${one.user} ${one.site} ${one.siteCategory} ${one.slot} ${one.device} ${one.region} ${formatHour(one.hour)} ${one.isOptedOut ? "opted out" : ""}`.toLowerCase();

/** Requests of the last day; search by person, site, device, region or hour. Opening it starts the pipeline. */
export function RequestPicker({ list, onChoose, onClose }: RequestPickerProps) {
  const [requests, setRequests] = useState<readonly AdRequestSummary[] | null>(null);
  const [query, setQuery] = useState("");
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isHere = true;
    list().then(
      (all) => isHere && setRequests(all),
      () => isHere && setFailed(true),
    );
    return () => {
      isHere = false;
    };
  }, [list]);
  const words = query.toLowerCase().split(/\s+/);
  const found = (requests ?? []).filter((one) => words.every((word) => textOf(one).includes(word)));
  return (
    <Dialog open onClose={onClose} title="Another request">
      <Field label="Search by person, site, device, slot, region or hour">
        {(control) => (
          <TextInput
            {...control}
            data-autofocus
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
      </Field>
      {hasFailed && (
        <p className="text-sm text-bad">The requests could not be listed. Close this and try again.</p>
      )}
      {!requests && !hasFailed && <Spinner>Building the world of ads and people</Spinner>}
      {requests && (
        <>
          <p role="status" className="text-sm text-ink-2">
            {formatCount(found.length)} of {formatCount(requests.length)} requests
            {found.length > SHOWN && `, the first ${SHOWN} shown`}
          </p>
          <ul className="-mx-2 max-h-[50vh] overflow-y-auto overscroll-contain">
            {found.slice(0, SHOWN).map((one) => (
              <li key={one.request}>
                <button
                  type="button"
                  onClick={() => {
                    onChoose(one.request);
                    onClose();
                  }}
                  className="grid w-full cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-3 rounded-md px-2 py-1.5 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2"
                >
                  <span className="text-ink-2 tabular-nums">{formatHour(one.hour)}</span>
                  <span className="min-w-0 truncate">
                    <span className="font-medium">{one.user}</span> on {one.site}
                  </span>
                  <span className="text-xs text-ink-2">
                    {one.device}, {one.slot}
                    {one.isOptedOut && ", opted out"}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
