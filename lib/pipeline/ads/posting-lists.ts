/**
 * The inverted index of targeting rules: for each value of each targeted attribute, the ads that admit it, as bits. The
 * ads of a request are the intersection of five lists, a few hundred words of 32 bits. Ads lie by falling worth (bid
 * times known click rate), so that reading bits from the start gives the best first.
 */
import type { TargetingWorld } from "@/lib/worlds/ads/targeting";
import { type AdRequest, type AdsCampaigns, UNKNOWN } from "@/lib/worlds/ads/types";
import { AGE_BANDS, DEVICES, INTERESTS, REGIONS, SITE_CATEGORIES } from "@/lib/worlds/ads/vocabulary";

type Attribute = "regions" | "ageBands" | "interests" | "devices" | "siteCategories";
const VALUES: Readonly<Record<Attribute, number>> = {
  regions: REGIONS.length,
  ageBands: AGE_BANDS.length,
  interests: INTERESTS.length,
  devices: DEVICES.length,
  siteCategories: SITE_CATEGORIES.length,
};
/** Attributes of a person, hidden for who opted out: then only ads that do not target them remain. */
const PERSONAL: readonly Attribute[] = ["ageBands", "interests"];
const ATTRIBUTES = Object.keys(VALUES) as Attribute[];

const WORD_BITS = 32;

/** The values of a request for one attribute; none when it is unknown. */
function valuesOf({ users, sites }: TargetingWorld, request: AdRequest, attribute: Attribute): number[] {
  const { user, site, device } = request;
  const known = (...values: (number | undefined)[]) =>
    values.flatMap((value) => (value === undefined || value === UNKNOWN ? [] : [value]));
  switch (attribute) {
    case "regions":
      return known(users.region[user]);
    case "ageBands":
      return known(users.ageBand[user]);
    case "interests":
      return known(users.interest[user], users.secondInterest[user]);
    case "devices":
      return [device];
    case "siteCategories":
      return known(sites.category[site]);
  }
}

export class PostingLists {
  private readonly words: number;
  /** For each attribute and value, and last for "admits every value". */
  private readonly lists: Readonly<Record<Attribute, readonly Uint32Array[]>>;
  private readonly matched: Uint32Array;
  private readonly union: Uint32Array;

  /** `ads` by falling worth. */
  constructor(
    private readonly world: TargetingWorld,
    private readonly ads: Int32Array,
  ) {
    this.words = Math.ceil(ads.length / WORD_BITS);
    this.matched = new Uint32Array(this.words);
    this.union = new Uint32Array(this.words);
    const { campaigns } = world.catalogue;
    this.lists = Object.fromEntries(
      ATTRIBUTES.map((attribute) => [attribute, this.buildLists(campaigns, attribute)]),
    ) as unknown as Record<Attribute, Uint32Array[]>;
  }

  private buildLists(campaigns: AdsCampaigns, attribute: Attribute): Uint32Array[] {
    const values = VALUES[attribute];
    const all = 2 ** values - 1;
    const lists = Array.from({ length: values + 1 }, () => new Uint32Array(this.words));
    for (const [position, ad] of this.ads.entries()) {
      const mask = campaigns[attribute][this.world.catalogue.creatives.campaign[ad] as number] as number;
      for (let value = 0; value < values; value++)
        if ((mask & (1 << value)) !== 0) setBit(lists[value] as Uint32Array, position);
      if (mask === all) setBit(lists[values] as Uint32Array, position);
    }
    return lists;
  }

  /** Intersects `matched` with the ads that admit the request by one attribute. */
  private narrow(request: AdRequest, attribute: Attribute) {
    const lists = this.lists[attribute];
    const { matched, union } = this;
    union.fill(0);
    if (PERSONAL.includes(attribute)) addBits(union, lists[VALUES[attribute]] as Uint32Array);
    for (const value of valuesOf(this.world, request, attribute)) addBits(union, lists[value] as Uint32Array);
    for (let w = 0; w < matched.length; w++) matched[w] = (matched[w] as number) & (union[w] as number);
  }

  /** The first `limit` positions in `ads` whose campaigns target the request, best first. */
  search(request: AdRequest, limit: number): Int32Array {
    this.matched.fill(0xffffffff);
    for (const attribute of ATTRIBUTES) this.narrow(request, attribute);
    const found = new Int32Array(Math.min(limit, this.ads.length));
    let count = 0;
    for (let w = 0; w < this.words; w++) {
      let word = this.matched[w] as number;
      while (word !== 0 && count < found.length) {
        const bit = 31 - Math.clz32(word & -word);
        const position = w * WORD_BITS + bit;
        if (position < this.ads.length) found[count++] = position;
        word &= word - 1;
      }
    }
    return found.slice(0, count);
  }
}

function setBit(list: Uint32Array, position: number) {
  const word = position >>> 5;
  list[word] = (list[word] as number) | (1 << (position & 31));
}

function addBits(into: Uint32Array, list: Uint32Array) {
  for (let w = 0; w < into.length; w++) into[w] = (into[w] as number) | (list[w] as number);
}
