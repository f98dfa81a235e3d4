import { Disclosure } from "@/components/ui/disclosure";
import { Select } from "@/components/ui/inputs";
import { PRESET_IDS, PRESETS, type PresetId, stageSplit } from "@/lib/framework/presets";
import { type LengthMinutes, STAGE_INFO, STAGES } from "@/lib/framework/stages";

type StageSplitFieldProps = {
  split: PresetId;
  onChange: (split: PresetId) => void;
  lengthMinutes: LengthMinutes;
  timeMultiplier: number;
};

/** Minutes of each stage, ours or those of another framework; the length of the interview stays what it is. */
export function StageSplitField({ split, onChange, lengthMinutes, timeMultiplier }: StageSplitFieldProps) {
  const minutes = stageSplit(split, lengthMinutes);
  return (
    <Disclosure summary="Minutes by stage" open={split !== "shortlist" || undefined}>
      <div className="grid gap-3">
        <div className="grid gap-1 text-sm">
          <label htmlFor="stage-split">As in</label>
          <Select
            id="stage-split"
            value={split}
            onChange={(event) => {
              const id = PRESET_IDS.find((candidate) => candidate === event.target.value);
              if (id) onChange(id);
            }}
          >
            {PRESET_IDS.map((id) => (
              <option key={id} value={id}>
                {PRESETS[id].name}
              </option>
            ))}
          </Select>
        </div>
        <ul className="grid gap-0.5 text-sm tabular-nums">
          {STAGES.map((stage) => (
            <li key={stage} className="flex justify-between gap-4">
              <span>{STAGE_INFO[stage].title}</span>
              <span className="text-ink-2">{minutes[stage] * timeMultiplier} min</span>
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
