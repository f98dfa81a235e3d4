/** Whom gifts are for: the words for them, what suits them, and what the giver will spend. Queries that name no product. */
import { typeNamed } from "./vocabulary";

export type Recipient = {
  readonly words: readonly string[];
  /** Types that suit. */
  readonly types: readonly number[];
  /** Pounds. */
  readonly budget: number;
};

/** words ; budget ; types */
const LINES = [
  "dad, father, him ; 70 ; barbecue tools, toolbox, wallet, torch, electric shaver, tape measure, watch, beard trimmer",
  "mum, mother, her ; 70 ; scented candle, scarf, handbag, necklace, vase, moisturiser, perfume, planter",
  "grandma, nan, granny ; 50 ; blanket, vase, picture frame, slippers, jigsaw puzzle, secateurs, scented candle",
  "grandad, grandpa ; 50 ; jigsaw puzzle, torch, umbrella, slippers, socks, mug, wallet",
  "husband, boyfriend ; 110 ; watch, headphones, electric shaver, bluetooth speaker, wallet, perfume, record player",
  "wife, girlfriend ; 110 ; necklace, earrings, perfume, handbag, bracelet, jewellery box, pyjamas",
  "teenage girl, teen daughter ; 45 ; earbuds, make up bag, hair curler, phone case, lipstick, bracelet, craft kit",
  "teenage boy, teen son ; 60 ; gaming chair, earbuds, football, computer mouse, bluetooth speaker, hoodie, scooter",
  "toddler, two year old ; 35 ; building blocks, soft toy, ride on toy, jigsaw puzzle, doll",
  "6 year old, little girl ; 40 ; craft kit, dolls house, doll, scooter, board game, soft toy",
  "8 year old, little boy ; 45 ; remote control car, building blocks, football, board game, scooter",
  "newborn, new baby ; 50 ; soft toy, blanket, dummy, nappy bag, baby monitor",
  "new mum, mum to be ; 60 ; nappy bag, pyjamas, moisturiser, slippers, scented candle",
  "gardener, garden lover ; 50 ; secateurs, planter, gardening gloves, watering can, garden hose",
  "cook, home chef, foodie ; 90 ; kitchen knife, casserole dish, wok, frying pan, knife sharpener, stand mixer",
  "coffee lover, coffee drinker ; 80 ; coffee grinder, mug, coffee machine, coffee filter, kettle",
  "cyclist, bike rider ; 55 ; bike light, bike helmet, bike pump, pannier bag, bike lock",
  "runner, marathon runner ; 70 ; running shoes, smart watch, earbuds, head torch, foam roller, water bottle",
  "camper, hiker, outdoor lover ; 70 ; head torch, sleeping bag, camping stove, camping chair, backpack, water bottle",
  "traveller, frequent flyer ; 60 ; luggage tag, power bank, suitcase, backpack, headphones, wallet",
  "gamer, video game fan ; 80 ; keyboard, computer mouse, headphones, gaming chair, mouse mat, headphone stand",
  "photographer, photo fan ; 70 ; tripod, camera bag, memory card, picture frame, camera",
  "music lover, vinyl fan ; 120 ; record player, headphones, bluetooth speaker, microphone, earbuds",
  "dog lover, dog owner ; 40 ; dog bed, dog coat, dog lead, dog collar, picture frame",
  "cat lover, cat owner ; 45 ; cat tree, pet carrier, mug, cushion, cat litter tray",
  "teacher, colleague ; 25 ; mug, scented candle, water bottle, desk mat, planter",
  "student, university student ; 60 ; laptop bag, desk lamp, backpack, laundry basket, mug, power bank",
  "diy fan, handyman ; 80 ; cordless drill, drill bits, screwdriver, toolbox, spanner, tape measure",
  "yoga lover, fitness fan ; 50 ; yoga mat, foam roller, resistance bands, water bottle, kettlebell, dumbbells",
  "housewarming, new home ; 60 ; scented candle, vase, table lamp, cushion, picture frame, blanket, wine glass",
] as const;

const listOf = (field = "") => field.split(",").map((entry) => entry.trim());

export const RECIPIENTS: readonly Recipient[] = LINES.map((line) => {
  const [words, budget, types] = line.split(";");
  return { words: listOf(words), budget: Number(budget), types: listOf(types).map(typeNamed) };
});

/** Recipients that each type suits. */
export const RECIPIENTS_OF_TYPE: ReadonlyMap<number, readonly number[]> = RECIPIENTS.reduce(
  (byType, { types }, recipient) => {
    for (const type of types) byType.set(type, [...(byType.get(type) ?? []), recipient]);
    return byType;
  },
  new Map<number, number[]>(),
);

/** How people ask for a gift; {who} is a word of the recipient. */
export const GIFT_TEMPLATES = [
  "gift for {who}",
  "{who} gift",
  "gift ideas for {who}",
  "present for {who}",
  "birthday gift for {who}",
  "christmas present {who}",
  "{who} birthday present",
  "unusual gifts for {who}",
] as const;
