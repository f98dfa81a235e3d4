"use client";

import { RotateCcw, Users } from "lucide-react";
import { useState } from "react";
import { formatHour } from "@/components/lab/ads/ads-format";
import { EditRequest } from "@/components/lab/ads/request/edit-request";
import { RequestPicker } from "@/components/lab/ads/request/request-picker";
import { SeenAds } from "@/components/lab/ads/request/seen-ads";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { AdRequestEdits, AdRequestProfile, AdRequestSummary } from "@/lib/pipeline/ads/trace";

type RequestPanelProps = {
  request: AdRequestProfile;
  edits: AdRequestEdits;
  onEdit: (edits: AdRequestEdits) => void;
  onChoose: (request: number) => void;
  /** All requests that can be chosen; starts the pipeline. */
  list: () => Promise<readonly AdRequestSummary[]>;
};

/** Who asks for an ad: a person on a site at a time, with what is known of them; device, hour and slot can be changed. */
export function RequestPanel({ request, edits, onEdit, onChoose, list }: RequestPanelProps) {
  const [isChoosing, setChoosing] = useState(false);
  const isEdited = Object.values(edits).some((value) => value !== undefined);
  return (
    <section aria-labelledby="request-heading" className="rounded-lg border border-line bg-raised p-3.5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id="request-heading" className="font-semibold">
            {request.user} on {request.site}
          </h2>
          <p className="text-sm text-ink-2">
            {request.siteCategory}, {request.slot}, {request.device}, {request.region}, day {request.day + 1}{" "}
            at {formatHour(request.hour)}
            {isEdited && " (changed)"}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {isEdited && (
            <Button
              size="small"
              variant="quiet"
              icon={<RotateCcw size={15} aria-hidden />}
              onClick={() => onEdit({})}
            >
              Undo changes
            </Button>
          )}
          <Button size="small" icon={<Users size={15} aria-hidden />} onClick={() => setChoosing(true)}>
            Another request
          </Button>
        </div>
      </div>
      {request.isOptedOut && (
        <p className="mt-2 text-sm">Opted out of personal data: the models see the page, not the person.</p>
      )}
      <EditRequest request={request} edits={edits} onEdit={onEdit} />
      <SeenAds history={request.history} isOptedOut={request.isOptedOut} />
      <Disclosure summary="What is known of the person and the page" className="mt-2">
        <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4 text-xs">
          {request.features.map(({ name, value }) => (
            <div key={name} className="flex min-w-0 justify-between gap-2 border-b border-line py-0.5">
              <dt className="truncate text-ink-2" title={name}>
                {name}
              </dt>
              <dd className="shrink-0 tabular-nums">{value ?? <em className="text-ink-2">missing</em>}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      {isChoosing && <RequestPicker list={list} onChoose={onChoose} onClose={() => setChoosing(false)} />}
    </section>
  );
}
