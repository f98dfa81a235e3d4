/** Simulated shoppers in front of a page of results: what they click, and what they are expected to. */
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
  let clicks = 0;
  let none = 0;
  for (let person = 0; person < PEOPLE; person++) {
    let left = 1;
    attractionsOf(world, query, page, person).forEach((attraction, column) => {
      const isPbm = world.config.clickModel === "pbm";
      const chance = isPbm ? attraction * (world.truth.examination[column] as number) : attraction;
      // In a cascade a product is only looked at when nothing above was clicked.
      clicks += isPbm ? chance : left * chance;
      left *= 1 - chance;
    });
    none += left;
  }
  return { clicks: clicks / PEOPLE, anyClick: 1 - none / PEOPLE };
}
