/** The designs of all worlds. Keys of decisions are the ids used in events, interviewer conditions and reports. */
import type { WORLDS } from "@/lib/content/schemas/case";
import { adsDesign } from "./ads/design";
import type { WorldDesign } from "./design";
import { searchDesign } from "./search/design";
import { videoDesign } from "./video/design";

export type World = (typeof WORLDS)[number];

export const DESIGNS: Readonly<Record<World, WorldDesign>> = {
  video: videoDesign,
  ads: adsDesign,
  search: searchDesign,
};
