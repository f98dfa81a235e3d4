/** Simulated shoppers in front of a page of results: what they click, and what they are expected to. */
import { cascadeClickProbabilities } from "@/lib/evaluation/cascade-model";
import type { Random } from "@/lib/random";
import { attractiveness, clickByCascade, clickByPosition } from "@/lib/worlds/search/behaviour";
import { gradeOf } from "@/lib/worlds/search/grades";
import { PAGE_SIZE, type SearchWorld } from "@/lib/worlds/search/types";

/** People whose tastes an expectation is averaged over. */
const PEOPLE = 12;

/** Chance that each product of a page is clicked by this person when it is seen. */
export function attractionsOf(
  world: SearchWorld,
  query: number,
  page: ArrayLike<number>,
  person: number,
): Float64Array {
  return Float64Array.from({ length: Math.min(PAGE_SIZE, page.length) }, (_, i) => {
    const product = page[i] as number;
    return attractiveness(world, query, product, gradeOf(world, query, product), person);
  });
}

/** Positions clicked, as the world's people click. */
export function clickPage(
  world: SearchWorld,
  query: number,
  page: ArrayLike<number>,
  person: number,
  random: Random,
): Uint8Array {
  const attractions = attractionsOf(world, query, page, person);
  const clicked = new Uint8Array(attractions.length);
  if (world.config.clickModel === "pbm")
    clickByPosition(attractions, attractions.length, world.truth.examination, clicked, random);
  else clickByCascade(attractions, attractions.length, clicked, random);
  return clicked;
}

/** Expected clicks on a page, and the chance of any, over a few people. */
export function expectClicks(world: SearchWorld, query: number, page: ArrayLike<number>) {
  const isCascade = world.config.clickModel === "cascade";
  let clicks = 0;
  let none = 0;
  for (let person = 0; person < PEOPLE; person++) {
    const attractions = attractionsOf(world, query, page, person);
    const chances = isCascade
      ? cascadeClickProbabilities(attractions)
      : attractions.map((attraction, column) => attraction * (world.truth.examination[column] as number));
    const expected = chances.reduce((sum, chance) => sum + chance, 0);
    clicks += expected;
    // A cascade clicks at most once; positions of the other model are clicked independently.
    none += isCascade ? 1 - expected : chances.reduce((left, chance) => left * (1 - chance), 1);
  }
  return { clicks: clicks / PEOPLE, anyClick: 1 - none / PEOPLE };
}
