/** Links into the labs hold states that the labs understand: a name or value that a lab would ignore is a dead link. */
import { describe, expect, it } from "vitest";
import { contentFiles, listCases } from "@/lib/content/load";
import { DESIGNS, type World } from "@/lib/design/designs";
import { adLabCodec } from "@/lib/pipeline/ads/lab-state";
import type { LabStateCodec } from "@/lib/pipeline/lab-state";
import { searchLabCodec } from "@/lib/pipeline/product-search/lab-state";
import * as videoLab from "@/lib/pipeline/video/lab-state";

/** The address that a lab writes for a state it has read; parameters at their defaults are written when the link has them. */
function writtenBack<State>(
  { parseLabState, formatLabState }: Pick<LabStateCodec<State>, "parseLabState" | "formatLabState">,
  query: string,
) {
  const asked = new URLSearchParams(query);
  const written = new URLSearchParams(formatLabState(parseLabState(asked), [...asked.keys()]));
  return Object.fromEntries([...asked.keys()].map((name) => [name, written.get(name)]));
}

const readBack: Record<World, (query: string) => Record<string, string | null>> = {
  video: (query) => writtenBack(videoLab, query),
  ads: (query) => writtenBack(adLabCodec, query),
  search: (query) => writtenBack(searchLabCodec, query),
};
const paramsOf = (query: string) => Object.fromEntries(new URLSearchParams(query));

const LINK = /<TryLab world="(video|ads|search)" state="([^"]*)"/g;
const links = [...contentFiles()].flatMap(([file, text]) =>
  [...text.matchAll(LINK)].map(([, world, state]) => ({ file, world: world as World, state: state ?? "" })),
);

describe("links into the labs", () => {
  it("are there, for every world with a case", () => {
    for (const { meta } of listCases().filter(({ meta }) => meta.world !== "video"))
      expect(links.filter(({ world }) => world === meta.world).length, meta.slug).toBeGreaterThan(5);
  });
  it.each(links)("$world: $state, in $file", ({ world, state }) => {
    expect(readBack[world](state)).toEqual(paramsOf(state));
  });
  it.each(listCases().map(({ meta }) => meta))("the preset of $slug", ({ world, labPreset }) => {
    expect(readBack[world](labPreset)).toEqual(paramsOf(labPreset));
  });
  it.each(Object.entries(DESIGNS))("what the baseline design of the %s world sets", (world, design) => {
    const { query } = design.inLab(design.baseline);
    expect(readBack[world as World](query)).toEqual(paramsOf(query));
  });
  it("notices a name and a value that no lab has", () => {
    expect(readBack.ads("calibration=perhaps")).not.toEqual({ calibration: "perhaps" });
    expect(readBack.search("no-such-knob=1")).not.toEqual({ "no-such-knob": "1" });
  });
});
