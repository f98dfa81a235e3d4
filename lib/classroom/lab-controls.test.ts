import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EVIDENCE_WORLDS } from "./assignment";
import { knownControls, LAB_CONTROLS } from "./lab-controls";

test.each(EVIDENCE_WORLDS)("the controls of the %s lab are the groups of knobs that it shows", (world) => {
  const folder = `components/lab/${world}/knobs`;
  const files = readdirSync(folder).map((name) => `${folder}/${name}`);
  const shown = files.flatMap((file) => {
    const source = readFileSync(file, "utf8");
    const [, id, title] = /<KnobSection\s+control="([a-z]+)"\s+title="([^"]+)"/.exec(source) ?? [];
    return title && id ? [{ id, title }] : [];
  });
  const inOrder = (controls: readonly { id: string }[]) =>
    controls.toSorted((first, second) => first.id.localeCompare(second.id));
  expect(shown.length).toBeGreaterThan(2);
  expect(inOrder(LAB_CONTROLS[world])).toEqual(inOrder(shown));
});

test("controls of another lab are not known, and without a lab there are none", () => {
  expect(knownControls("ads", ["understand", "auction"])).toEqual(["auction"]);
  expect(knownControls(null, ["auction"])).toEqual([]);
});
