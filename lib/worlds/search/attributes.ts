/**
 * Colours, materials, sizes and audiences: their words, and which are near to each other. Index 0 is "none" everywhere.
 * The first word of each is the commonest; the others are what other people write for the same.
 */
export type AttributeValue = { readonly words: readonly string[]; readonly family: number };

const values = (lines: readonly string[]): readonly AttributeValue[] => [
  { words: [""], family: -1 },
  ...lines.flatMap((line, family) =>
    line.split("|").map((value) => ({ words: value.split(",").map((word) => word.trim()), family })),
  ),
];

/** One family a line, its colours apart by |, words of one colour by commas. */
export const COLOURS = values([
  "black, jet black, onyx",
  "white, snow white | cream, ivory, off white",
  "grey, slate | charcoal, anthracite, dark grey | silver, chrome",
  "navy, dark blue, midnight blue | blue, cobalt | teal, petrol, duck egg",
  "green, forest green | olive, khaki, army green | sage, mint",
  "red, scarlet | burgundy, wine red, maroon",
  "pink, blush | purple, violet, lilac",
  "brown, chocolate | tan, camel, cognac | beige, sand, taupe",
  "yellow, mustard | orange, terracotta orange | gold, golden",
]);
/** How often products come in each colour, from index 1. */
export const COLOUR_WEIGHTS = [18, 10, 6, 10, 6, 5, 7, 7, 3, 5, 3, 3, 5, 3, 5, 3, 4, 4, 5, 2, 2, 2] as const;

export const MATERIALS = values([
  "leather, genuine leather, cowhide | faux leather, vegan leather, pu leather",
  "suede, nubuck | sheepskin, shearling",
  "cotton, organic cotton | linen, flax | canvas, duck canvas | denim | flannel | corduroy, cord | pique",
  "velvet, velour | satin, sateen | silk, mulberry silk",
  "wool, woollen | merino wool, merino | cashmere | felt",
  "fabric, upholstery fabric | polyester, microfibre | nylon, ripstop | oxford cloth | textilene | mesh, knit mesh",
  "faux fur, teddy | down, goose down",
  "stainless steel, inox | carbon steel, steel | damascus steel | cast iron | metal, iron",
  "aluminium, alloy | titanium | zinc | cobalt | diamond | corundum",
  "brass, antique brass | copper | gold plated, gold vermeil | sterling silver, 925 silver | pearl, freshwater pearl",
  "oak, solid oak | walnut | pine, pinewood | teak, hardwood | bamboo | rattan, wicker",
  "glass | tempered glass, toughened glass | crystal",
  "ceramic | stoneware | porcelain, bone china | enamel, enamelled | marble | terracotta, clay pot",
  "silicone | rubber | latex | neoprene | foam | memory foam | vinyl",
  "polycarbonate, hard plastic | polypropylene, plastic | acrylic, acetate plastic | acetate | fibreglass | carbon fibre",
  "cork | jute, sisal | hemp | paper | parchment | bristle",
  "soy wax | beeswax",
  "hyaluronic acid | retinol | vitamin c | shea butter | argan oil | coconut oil | tea tree oil | mineral zinc",
  "chicken, poultry | salmon | lamb | tuna",
  "clay, bentonite | silica",
]);

/** Sizes in order, so that a neighbour is near; after = what others write. */
const SIZE_LINES = {
  seats:
    "2 seater = two seater | 3 seater = three seater | 4 seater = four seater | 5 seater | 6 seater = six seater",
  bed: "single = twin | double = full size | king size = king | super king = super king size",
  drawers: "2 drawer | 3 drawer | 4 drawer | 5 drawer | 6 drawer",
  shelves: "3 tier = 3 shelf | 4 tier = 4 shelf | 5 tier = 5 shelf",
  diameter: "20cm = 20 cm | 24cm = 24 cm | 28cm = 28 cm | 30cm = 30 cm | 35cm = 35 cm",
  diameterfeet: "6ft = 6 foot | 8ft = 8 foot | 10ft = 10 foot | 12ft = 12 foot",
  litres: "1.5 litre = 1.5l | 3 litre = 3l | 5 litre = 5l | 10 litre = 10l | 20 litre = 20l | 40 litre = 40l",
  bladeinches: "6 inch | 8 inch | 10 inch",
  inches: '13 inch = 13" | 14 inch = 14" | 15 inch = 15.6 inch | 17 inch = 17.3 inch',
  screeninches: '24 inch = 24" | 27 inch = 27" | 32 inch = 32" | 34 inch = 34"',
  screen: '32 inch = 32" | 43 inch = 43" | 50 inch = 50" | 55 inch = 55" | 65 inch = 65"',
  slices: "2 slice = two slice | 4 slice = four slice",
  pack: "pack of 1 = single pack | pack of 2 = 2 pack | pack of 4 = 4 pack | pack of 6 = 6 pack | pack of 12 = 12 pack",
  millilitres: "250ml = 250 ml | 350ml = 350 ml | 500ml = 500 ml | 750ml = 750 ml | 1000ml = 1 litre",
  smallmillilitres: "30ml = 30 ml | 50ml = 50 ml | 100ml = 100 ml | 200ml = 200 ml",
  pieces: "12 piece = 12pc | 24 piece = 24pc | 50 piece = 50pc | 100 piece = 100pc | 500 piece | 1000 piece",
  area: "80x150cm = small | 120x170cm = medium | 160x230cm = large | 200x290cm = extra large",
  paper: "6x4 | 10x8 | a4 | a3",
  hours: "20 hour | 40 hour | 60 hour",
  metres: "1m = 1 metre | 2m = 2 metre | 3m = 3 metre | 5m = 5 metre | 10m = 10 metre | 15m = 15 metre",
  burners: "2 burner | 3 burner | 4 burner | 5 burner",
  storage: "64gb = 64 gb | 128gb = 128 gb | 256gb = 256 gb | 512gb = 512 gb | 1tb = 1000gb",
  watts: "20w = 20 watt | 45w = 45 watt | 65w = 65 watt | 100w = 100 watt",
  highwatts: "1200w = 1200 watt | 1800w = 1800 watt | 2200w = 2200 watt | 2400w = 2400 watt",
  capacity: "5000mah | 10000mah = 10000 mah | 20000mah = 20000 mah | 30000mah",
  shoe: "size 3 = uk 3 | size 4 = uk 4 | size 5 = uk 5 | size 6 = uk 6 | size 7 = uk 7 | size 8 = uk 8 | size 9 = uk 9 | size 10 = uk 10 | size 11 = uk 11 | size 12 = uk 12",
  clothing: "extra small = xs | small = s | medium = m | large = l | extra large = xl | 2xl = xxl",
  weight: "2kg = 2 kg | 5kg = 5 kg | 10kg = 10 kg | 20kg = 20 kg",
  wheel: '20 inch = 20" | 24 inch = 24" | 26 inch = 26" | 29 inch = 29"',
  persons: "2 person = 2 man | 3 person = 3 man | 4 person = 4 man | 6 person = 6 man | 8 person = 8 man",
  lumens: "300 lumen | 600 lumen | 1000 lumen | 2000 lumen",
  ballsize: "size 3 | size 4 | size 5 | size 6 | size 7",
  players: "2 player | 4 player | 6 player",
  kilograms: "2kg = 2 kg | 5kg = 5 kg | 10kg = 10 kg | 15kg = 15 kg",
  volts: "12v = 12 volt | 18v = 18 volt | 20v = 20 volt",
  steps: "3 step | 4 step | 6 step",
} as const;
export type SizeScheme = keyof typeof SIZE_LINES;

const sizesOf = (line: string) => line.split("|").map((size) => size.split("=").map((word) => word.trim()));

/** Words of each size, from index 0; the value 1 of a product is index 0. */
export const SIZE_SCHEMES: Readonly<Record<string, readonly (readonly string[])[]>> = Object.fromEntries(
  Object.entries(SIZE_LINES).map(([scheme, line]) => [scheme, sizesOf(line)]),
);

export const isSizeScheme = (name: string): name is SizeScheme => name in SIZE_LINES;

export const AUDIENCES = [
  [""],
  ["womens", "ladies", "for women"],
  ["mens", "gents", "for men"],
  ["girls", "for girls"],
  ["boys", "for boys"],
  ["unisex", "adult"],
  ["kids", "childrens", "junior"],
] as const;
const [NONE, WOMEN, MEN, GIRLS, BOYS, UNISEX, KIDS] = [0, 1, 2, 3, 4, 5, 6];

/** Which audiences the products of a type are made for, with weights by index. */
export const AUDIENCE_SCHEMES: Readonly<Record<string, readonly number[]>> = {
  "": [1],
  adult: [0, 5, 5, 0, 0, 3, 0],
  all: [0, 7, 7, 2, 2, 3, 3],
  female: [0, 8, 0, 2, 0, 0, 0],
  male: [0, 0, 8, 0, 2, 0, 0],
};

/** Whether a product made for `made` suits somebody who asked for `asked`. */
export function suitsAudience(asked: number, made: number): boolean {
  if (asked === NONE || made === NONE || asked === made) return true;
  if (made === UNISEX) return asked === WOMEN || asked === MEN;
  if (made === KIDS) return asked === GIRLS || asked === BOYS;
  return asked === KIDS && (made === GIRLS || made === BOYS);
}
