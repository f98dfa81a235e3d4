import { formatHour } from "@/components/lab/ads/ads-format";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import { AD_DEVICE_NAMES, AD_SLOT_NAMES } from "@/lib/pipeline/ads/names";
import type { AdRequestEdits, AdRequestProfile } from "@/lib/pipeline/ads/trace";

type EditRequestProps = {
  /** As it is asked now, changes included. */
  request: AdRequestProfile;
  edits: AdRequestEdits;
  onEdit: (edits: AdRequestEdits) => void;
};

/** The same person on the same site, on another device, at another hour, in another slot. */
export function EditRequest({ request, edits, onEdit }: EditRequestProps) {
  const hour = Math.floor(edits.hour ?? request.hour);
  return (
    <div className="mt-3 grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:grid-cols-3">
      <Field label="Device">
        {(control) => (
          <Select
            {...control}
            value={request.device}
            onChange={(event) => {
              const device = AD_DEVICE_NAMES[event.target.selectedIndex];
              if (device) onEdit({ ...edits, device });
            }}
          >
            {AD_DEVICE_NAMES.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Slot">
        {(control) => (
          <Select
            {...control}
            value={request.slot}
            onChange={(event) => {
              const slot = AD_SLOT_NAMES[event.target.selectedIndex];
              if (slot) onEdit({ ...edits, slot });
            }}
          >
            {AD_SLOT_NAMES.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
      </Field>
      <Slider
        className="max-sm:col-span-2"
        label="Hour"
        min={0}
        max={23}
        value={hour}
        format={(value) => formatHour(value)}
        onChange={(value) => onEdit({ ...edits, hour: value })}
      />
    </div>
  );
}
