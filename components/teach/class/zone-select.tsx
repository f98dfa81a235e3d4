"use client";
import { useEffect, useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";

type ZoneSelectProps = {
  zones: readonly string[];
  /** Null: the browser's own. */
  chosen: string | null;
  error?: string | undefined;
};

const regionOf = (zone: string) => (zone.includes("/") ? (zone.split("/")[0] ?? "") : "Other");
const placeOf = (zone: string) => zone.slice(zone.indexOf("/") + 1).replaceAll("_", " ");

/** The zone in which the class's dates are meant. */
export function ZoneSelect({ zones, chosen, error }: ZoneSelectProps) {
  const [zone, setZone] = useState(chosen ?? "UTC");
  // Not in the first render: the server does not know the browser's zone.
  useEffect(() => {
    if (chosen === null) setZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  }, [chosen]);
  // A browser may know its zone by an older or newer name than the server's list does.
  const all = zones.includes(zone) ? zones : [...zones, zone];
  const regions = [...new Set(all.map(regionOf))];
  return (
    <Field
      label="Time zone"
      hint="Due dates are meant in it. Everybody sees their own time beside it."
      error={error}
      required
    >
      {(control) => (
        <Select {...control} name="timeZone" value={zone} onChange={(event) => setZone(event.target.value)}>
          {regions.map((region) => (
            <optgroup key={region} label={region}>
              {all
                .filter((each) => regionOf(each) === region)
                .map((each) => (
                  <option key={each} value={each}>
                    {region === "Other" ? each : `${region}/${placeOf(each)}`}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  );
}
