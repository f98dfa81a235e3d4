import { describe, expect, it } from "vitest";
import { COLOURS, MATERIALS } from "./attributes";
import { type GradedWorld, gradeOf, gradeOfGap, relevantProducts } from "./grades";
import { RECIPIENTS } from "./recipients";
import { productTitle } from "./titles";
import { DEFAULT_SEARCH_WORLD, QUERY_KINDS } from "./types";
import { PRODUCT_TYPES, typeNamed } from "./vocabulary";
import { createSearchWorld } from "./world";

const colourNamed = (word: string) => COLOURS.findIndex(({ words }) => words.includes(word));
const materialNamed = (word: string) => MATERIALS.findIndex(({ words }) => words.includes(word));
const SOFA = typeNamed("sofa");

type Wish = Partial<Record<keyof GradedWorld["truth"]["intents"], number>> & { kind: number };
type Thing = Partial<
  Record<"type" | "brand" | "colour" | "material" | "sizeValue" | "audience" | "feature", number>
>;

/** The grade of one product for one query, all else "none". */
function grade(wish: Wish, thing: Thing, { price = 100, group = 0 } = {}): number {
  const none = { type: -1, category: -1, brand: -1, group: -1, recipient: -1 };
  const all = {
    size: 1,
    intent: 0,
    nameVariant: 0,
    colour: 0,
    material: 0,
    sizeValue: 0,
    audience: 0,
    feature: 0,
    highestPrice: 0,
    isMisspelt: 0,
    share: 1,
  };
  const columns = Object.fromEntries(
    Object.entries({ ...all, ...none, ...wish }).map(([name, value]) => [name, [value]]),
  );
  const titles = {
    type: 0,
    brand: 0,
    colour: 0,
    material: 0,
    sizeValue: 0,
    audience: 0,
    feature: 0,
    ...thing,
  };
  const world = {
    catalogue: { size: 1, price: [price] },
    titles: Object.fromEntries(Object.entries(titles).map(([name, value]) => [name, [value]])),
    truth: { intents: columns, group: [group], byType: { starts: [0, 1], order: [0] } },
  };
  return gradeOf(world as unknown as GradedWorld, 0, 0);
}
const kind = (name: (typeof QUERY_KINDS)[number]) => QUERY_KINDS.indexOf(name);
const sofaWish = { kind: kind("type"), type: SOFA };

describe("grades of queries that name a type", () => {
  it("are 4 for what was asked, 3 for one attribute off, 2 for more", () => {
    const wish = { ...sofaWish, colour: colourNamed("navy"), material: materialNamed("leather") };
    const navyLeather = { type: SOFA, colour: colourNamed("navy"), material: materialNamed("leather") };
    expect(grade(wish, navyLeather)).toBe(4);
    expect(grade(wish, { ...navyLeather, colour: colourNamed("blue") })).toBe(3);
    expect(grade(wish, { ...navyLeather, colour: colourNamed("red") })).toBe(3);
    expect(
      grade(wish, { ...navyLeather, colour: colourNamed("blue"), material: materialNamed("faux leather") }),
    ).toBe(3);
    expect(
      grade(wish, { ...navyLeather, colour: colourNamed("red"), material: materialNamed("velvet") }),
    ).toBe(2);
    expect([0, 0.5, 1, 1.5, 3].map(gradeOfGap)).toEqual([4, 3, 3, 2, 2]);
  });

  it("count the next size as near, another feature and a higher price as off", () => {
    expect(grade({ ...sofaWish, sizeValue: 2 }, { type: SOFA, sizeValue: 3 })).toBe(3);
    expect(grade({ ...sofaWish, sizeValue: 2, feature: 1 }, { type: SOFA, sizeValue: 3, feature: 1 })).toBe(
      3,
    );
    expect(grade({ ...sofaWish, sizeValue: 2, feature: 1 }, { type: SOFA, sizeValue: 4, feature: 2 })).toBe(
      2,
    );
    expect(grade({ ...sofaWish, highestPrice: 100 }, { type: SOFA }, { price: 100 })).toBe(4);
    expect(grade({ ...sofaWish, highestPrice: 100 }, { type: SOFA }, { price: 120 })).toBe(3);
  });

  it("are at most 2 for another brand and 1 for the wrong people", () => {
    const trainers = typeNamed("trainers");
    const wish = { kind: kind("brand"), type: trainers, brand: 5 };
    expect(grade(wish, { type: trainers, brand: 5 })).toBe(4);
    expect(grade(wish, { type: trainers, brand: 6 })).toBe(2);
    expect(grade(wish, { type: typeNamed("sandals"), brand: 5 })).toBe(1);
    const women = { kind: kind("type"), type: trainers, audience: 1 };
    expect(grade(women, { type: trainers, audience: 5 })).toBe(4);
    expect(grade(women, { type: trainers, audience: 2 })).toBe(1);
  });

  it("are 2 or 1 for what may be bought in its place, 1 for its accessories, 0 for what it is an accessory of", () => {
    const wish = { ...sofaWish, colour: colourNamed("grey") };
    expect(grade(wish, { type: typeNamed("sofa bed"), colour: colourNamed("grey") })).toBe(2);
    expect(grade(wish, { type: typeNamed("sofa bed"), colour: colourNamed("pink") })).toBe(1);
    expect(grade(wish, { type: typeNamed("sofa cover"), colour: colourNamed("grey") })).toBe(1);
    expect(grade({ kind: kind("type"), type: typeNamed("sofa cover") }, { type: SOFA })).toBe(0);
    expect(grade(wish, { type: typeNamed("kettle") })).toBe(0);
  });
});

describe("grades of other queries", () => {
  it("for a model number are 4 for every listing of it, 2 for the brand's others, 1 for others' ones", () => {
    const wish = { kind: kind("model"), type: SOFA, brand: 3, group: 17 };
    expect(grade(wish, { type: SOFA, brand: 3 }, { group: 17 })).toBe(4);
    expect(grade(wish, { type: SOFA, brand: 3 }, { group: 18 })).toBe(2);
    expect(grade(wish, { type: SOFA, brand: 4 }, { group: 18 })).toBe(1);
    expect(grade(wish, { type: typeNamed("kettle"), brand: 3 }, { group: 18 })).toBe(0);
  });

  it("for a brand are 4 for all that is its own", () => {
    const wish = { kind: kind("brand"), brand: 3 };
    expect(grade(wish, { type: SOFA, brand: 3 })).toBe(4);
    expect(grade(wish, { type: SOFA, brand: 4 })).toBe(0);
  });

  it("for a shelf are 4 for its products and 2 for its accessories", () => {
    const wish = { kind: kind("category"), category: PRODUCT_TYPES[SOFA]?.category ?? 0 };
    expect(grade(wish, { type: SOFA })).toBe(4);
    expect(grade(wish, { type: typeNamed("sofa cover") })).toBe(2);
    expect(grade(wish, { type: typeNamed("kettle") })).toBe(0);
  });

  it("for a gift fall with the price", () => {
    const recipient = 0;
    const wish = { kind: kind("gift"), recipient };
    const type = RECIPIENTS[recipient]?.types[0] ?? 0;
    const budget = RECIPIENTS[recipient]?.budget ?? 0;
    const prices = [budget, budget * 1.5, budget * 3];
    expect(prices.map((price) => grade(wish, { type }, { price }))).toEqual([4, 3, 2]);
    expect(grade(wish, { type: typeNamed("bed frame") }, { price: 1 })).toBe(0);
  });
});

const world = createSearchWorld({ ...DEFAULT_SEARCH_WORLD, products: 3_000, queries: 300, searches: 100 });
const { intents } = world.truth;

describe("words and meaning", () => {
  it("come apart: a less common name is missing from many titles of what is meant by it", () => {
    const isRareName = (query: number) =>
      QUERY_KINDS[intents.kind[query] ?? 0] === "type" && (intents.nameVariant[query] ?? 0) > 0;
    const rare = [...world.queries.text.keys()].filter(isRareName).slice(0, 40);
    expect(rare.length).toBe(40);
    let meant = 0;
    let named = 0;
    for (const query of rare) {
      const name = PRODUCT_TYPES[intents.type[query] ?? 0]?.names[intents.nameVariant[query] ?? 0] ?? "?";
      const words = name.split(" ").map((word) => word.replace(/s$/, ""));
      for (const product of relevantProducts(world, query, 3).products) {
        const title = productTitle(world.titles, product).toLowerCase();
        meant++;
        if (words.some((word) => title.includes(word))) named++;
      }
    }
    expect(named / meant).toBeLessThan(0.7);
    expect(named / meant).toBeGreaterThan(0.2);
  });
});

describe("the list of relevant products", () => {
  it("is what grading every product finds, for every kind of query", () => {
    const kinds = new Set<number>();
    for (let query = 0; query < world.queries.size; query += 2) {
      kinds.add(intents.kind[query] ?? -1);
      const { products, grades } = relevantProducts(world, query);
      const listed = new Map([...products].map((product, at) => [product, grades[at]]));
      const all = [...world.catalogue.price.keys()].map(
        (product) => [product, gradeOf(world, query, product)] as const,
      );
      const expected = new Map(all.filter(([, found]) => found > 0));
      expect(listed.size).toBe(products.length);
      expect(new Map([...listed].sort(([a], [b]) => a - b))).toEqual(expected);
    }
    expect(kinds.size).toBe(QUERY_KINDS.length);
  });
});
