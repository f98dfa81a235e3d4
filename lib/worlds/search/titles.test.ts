import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { createCatalogue } from "./catalogue";
import { BRAND_COUNT, brandName, modelNumber, SELLER_COUNT, sellerName } from "./names";
import { BRITISH_PHRASES, QUERY_PHRASES, toTitleCase } from "./phrases";
import { misspell, toAmerican, toPlural } from "./spelling";
import { productTitle } from "./titles";
import { MENTION } from "./types";
import { CATEGORIES, PRODUCT_TYPES, typeNamed } from "./vocabulary";

const shopOf = (size: number, seed = 5) => {
  const building = createCatalogue(size, 21, createRandom(seed));
  let step = building.next();
  while (!step.done) step = building.next();
  return step.value;
};
const { catalogue, titles, truth } = shopOf(6_000);
const rows = [...titles.type.keys()];
const titleOf = (row: number) => productTitle(titles, row);
const has = (row: number, bit: number) => ((titles.mentions[row] ?? 0) & bit) !== 0;

describe("the vocabulary", () => {
  it("relates types both ways and never to themselves", () => {
    PRODUCT_TYPES.forEach((type, index) => {
      expect(type.kin).not.toContain(index);
      for (const kin of type.kin) expect(PRODUCT_TYPES[kin]?.kin).toContain(index);
      for (const main of type.accessoryOf) expect(PRODUCT_TYPES[main]).toBeDefined();
      expect(CATEGORIES[type.category]).toBeDefined();
      expect(type.names.length).toBeLessThanOrEqual(4);
    });
    expect(() => typeNamed("spaceship")).toThrow("spaceship");
  });

  it("gives every brand and every seller a name of its own, and brands no word of the vocabulary", () => {
    const brands = Array.from({ length: BRAND_COUNT }, (_, brand) => brandName(brand));
    expect(new Set(brands).size).toBe(BRAND_COUNT);
    expect(new Set(Array.from({ length: SELLER_COUNT }, (_, seller) => sellerName(seller))).size).toBe(
      SELLER_COUNT,
    );
    const words = new Set(QUERY_PHRASES.names.flat().flatMap((name) => name.split(" ")));
    expect(brands.filter((brand) => words.has(brand.toLowerCase()))).toEqual([]);
    expect(modelNumber(123_456_789)).toMatch(/^[A-Z]{2,3}-\d{3,5}$/);
  });
});

describe("titles", () => {
  it("are the same for the same seed, also when the shop is larger, and others for another", () => {
    const larger = shopOf(9_000);
    const sample = rows.filter((row) => row % 37 === 0);
    expect(sample.map((row) => productTitle(larger.titles, row))).toEqual(sample.map(titleOf));
    expect(catalogue.price.every((price, row) => price === larger.catalogue.price[row])).toBe(true);
    const other = shopOf(6_000, 6).titles;
    expect(sample.map((row) => productTitle(other, row))).not.toEqual(sample.map(titleOf));
  });

  it("always hold a name of the type, and hold brand and model where the seller names them", () => {
    for (const row of rows) {
      const type = titles.type[row] ?? 0;
      const title = titleOf(row).toLowerCase();
      const variant = titles.nameVariant[row] ?? 0;
      const name = PRODUCT_TYPES[type]?.names[variant] ?? "?";
      const spellings = [name, toPlural(name)].flatMap((text) => [text, toAmerican(text)]);
      expect(spellings.some((text) => title.includes(text))).toBe(true);
      if (has(row, MENTION.brand)) expect(title).toContain(brandName(titles.brand[row] ?? 0).toLowerCase());
      if (has(row, MENTION.model)) expect(title).toContain(modelNumber(titles.model[row] ?? 0).toLowerCase());
    }
  });

  it("use different words for one thing: many sofas are never called sofa", () => {
    const sofa = typeNamed("sofa");
    const sofas = rows.filter((row) => titles.type[row] === sofa && !has(row, MENTION.stuffed));
    const mismatched = sofas.filter((row) => !/\bsofas?\b/i.test(titleOf(row)));
    expect(sofas.length).toBeGreaterThan(15);
    expect(mismatched.length / sofas.length).toBeGreaterThan(0.1);
    expect(mismatched.every((row) => /couch|settee/i.test(titleOf(row)))).toBe(true);
  });

  it("of stuffing sellers hold every name of the type", () => {
    const stuffed = rows.filter((row) => has(row, MENTION.stuffed));
    expect(stuffed.length / rows.length).toBeGreaterThan(0.02);
    for (const row of stuffed)
      for (const name of BRITISH_PHRASES.names[titles.type[row] ?? 0] ?? [])
        expect(titleOf(row)).toContain(name);
  });
});

describe("near-duplicate listings", () => {
  it("share group and product with the row that was first, and mostly its photo", () => {
    const copies = rows.filter((row) => truth.group[row] !== row);
    expect(copies.length / rows.length).toBeGreaterThan(0.08);
    for (const row of copies) {
      const original = truth.group[row] ?? 0;
      expect(original).toBeLessThan(row);
      expect(truth.group[original]).toBe(original);
      for (const column of [
        titles.type,
        titles.brand,
        titles.colour,
        titles.model,
        titles.sizeValue,
        titles.feature,
      ])
        expect(column[row]).toBe(column[original]);
    }
    const shared = copies.filter((row) => catalogue.photo[row] === catalogue.photo[truth.group[row] ?? 0]);
    expect(shared.length / copies.length).toBeGreaterThan(0.75);
    expect(shared.length).toBeLessThan(copies.length);
  });
});

describe("spelling", () => {
  it("knows plurals, American forms and capitals", () => {
    expect(["sofa", "dress", "knife", "baby body", "paint brush"].map(toPlural)).toEqual([
      "sofas",
      "dress",
      "knives",
      "baby bodies",
      "paint brushes",
    ]);
    expect(toAmerican("grey jewellery organiser")).toBe("gray jewelry organizer");
    expect(toTitleCase("led lit tv stand with drawer 20cm")).toBe("LED Lit TV Stand with Drawer 20cm");
  });

  it("slips once in a longer word and never at its start", () => {
    const random = createRandom(3);
    for (let draw = 0; draw < 200; draw++) {
      const [first, second] = misspell("red trainers", random).split(" ");
      expect(first).toBe("red");
      expect(second?.startsWith("t")).toBe(true);
      expect(Math.abs((second?.length ?? 0) - "trainers".length)).toBeLessThanOrEqual(1);
    }
    expect(misspell("red mug", random)).toBe("red mug");
  });
});
