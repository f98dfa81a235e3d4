/**
 * The words of the ads world: what is advertised, where, on what, and what titles and names are made of.
 * Everything is invented for this world. An entry's index in its list is its id everywhere.
 */

export const REGIONS = [
  "North",
  "South",
  "East",
  "West",
  "Coast",
  "Highlands",
  "Capital",
  "Islands",
] as const;
export const REGION_SHARES = [0.18, 0.16, 0.14, 0.13, 0.12, 0.06, 0.16, 0.05] as const;

export const AGE_BANDS = ["16-17", "18-24", "25-34", "35-49", "50-64", "65+"] as const;
export const AGE_SHARES = [0.04, 0.17, 0.24, 0.27, 0.18, 0.1] as const;
/** Index into AGE_BANDS: nobody in it may see a restricted ad. */
export const MINOR_AGE_BAND = 0;

export const DEVICES = ["phone", "tablet", "desktop", "television"] as const;
export const DEVICE_SHARES = [0.52, 0.1, 0.31, 0.07] as const;
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export const INTERESTS = [
  "Travel",
  "Style",
  "Technology",
  "Gaming",
  "Cooking",
  "Home",
  "Wellness",
  "Sport",
  "Cars",
  "Money",
  "Learning",
  "Film",
] as const;

export const SITE_CATEGORIES = [
  "News",
  "Sport",
  "Recipes",
  "Reviews",
  "Games",
  "Fashion",
  "Weather",
  "Forum",
  "Video",
  "Markets",
] as const;
export const SITE_CATEGORY_SHARES = [0.2, 0.13, 0.08, 0.08, 0.1, 0.07, 0.09, 0.1, 0.1, 0.05] as const;
/** Interest (index into INTERESTS) that brings people to a site category. */
export const SITE_INTERESTS: readonly (readonly number[])[] = [
  [9, 10],
  [7],
  [4],
  [2, 8],
  [3],
  [1],
  [0],
  [2, 3],
  [11],
  [9],
];
/** Local hour at which a site category's readers are most willing. */
export const SITE_PEAK_HOURS = [8, 20, 17, 21, 23, 13, 7, 22, 21, 10] as const;

export const FORMATS = ["text", "image", "carousel", "video", "playable"] as const;
export const FORMAT_SHARES = [0.26, 0.3, 0.16, 0.18, 0.1] as const;

export const CALLS_TO_ACTION = [
  "Shop now",
  "Learn more",
  "Sign up",
  "Book now",
  "Get a quote",
  "Try it free",
] as const;

export const PRICE_TIERS = ["budget", "middle", "premium", "luxury"] as const;
export const PRICE_TIER_SHARES = [0.3, 0.4, 0.22, 0.08] as const;

export type AdCategory = {
  readonly name: string;
  /** Not for minors, and not on sites that refuse it. */
  readonly isRestricted: boolean;
  /** Share of the advertisers. */
  readonly share: number;
  /** Mean bid for a click relative to the average. */
  readonly bidLevel: number;
  /** Typical price of what is sold, before the advertiser's price tier. */
  readonly price: number;
  /** Indices into INTERESTS and SITE_CATEGORIES that go with it. */
  readonly interests: readonly number[];
  readonly sites: readonly number[];
  readonly subjects: readonly string[];
  /** Second halves of advertisers' names. */
  readonly trades: readonly string[];
};

const category = (
  name: string,
  [share, bidLevel, price]: readonly [number, number, number],
  interests: readonly number[],
  sites: readonly number[],
  subjects: readonly string[],
  trades: readonly string[],
  isRestricted = false,
): AdCategory => ({ name, isRestricted, share, bidLevel, price, interests, sites, subjects, trades });

export const AD_CATEGORIES: readonly AdCategory[] = [
  category(
    "Travel",
    [0.09, 1.2, 180],
    [0],
    [6, 0],
    ["night trains", "island weekends", "a week in the hills", "city breaks", "a cabin by the lake"],
    ["Travel", "Journeys", "Getaways"],
  ),
  category(
    "Fashion",
    [0.1, 0.8, 45],
    [1],
    [5],
    ["linen shirts", "winter coats", "plain trainers", "raincoats", "second-hand denim"],
    ["Outfitters", "Clothing", "Wardrobe"],
  ),
  category(
    "Electronics",
    [0.09, 1, 160],
    [2],
    [3, 7],
    ["quiet headphones", "small cameras", "e-readers", "a better keyboard", "smart speakers"],
    ["Electronics", "Devices", "Audio"],
  ),
  category(
    "Games",
    [0.08, 0.7, 20],
    [3],
    [4, 7],
    ["puzzle islands", "space traders", "a farm of your own", "tiny kingdoms", "card duels"],
    ["Games", "Studio", "Interactive"],
  ),
  category(
    "Groceries",
    [0.08, 0.6, 30],
    [4],
    [2],
    ["vegetable boxes", "fresh pasta", "coffee by post", "meal kits", "local cheese"],
    ["Foods", "Pantry", "Market"],
  ),
  category(
    "Home",
    [0.08, 0.9, 120],
    [5],
    [2, 6],
    ["oak shelves", "soft blankets", "garden lights", "a new sofa", "storage boxes"],
    ["Interiors", "Living", "Furniture"],
  ),
  category(
    "Beauty",
    [0.06, 0.9, 28],
    [1, 6],
    [5],
    ["plain soap", "day cream", "sun care", "hair oil", "a calmer skin"],
    ["Skincare", "Beauty", "Apothecary"],
  ),
  category(
    "Fitness",
    [0.07, 0.9, 50],
    [6, 7],
    [1],
    ["running shoes", "yoga at home", "a rowing machine", "swim lessons", "trail maps"],
    ["Fitness", "Sports", "Athletics"],
  ),
  category(
    "Cars",
    [0.05, 1.5, 240],
    [8],
    [3, 1],
    ["electric hire", "winter tyres", "car sharing", "a family estate", "dash cameras"],
    ["Motors", "Mobility", "Garage"],
  ),
  category(
    "Banking",
    [0.06, 1.9, 12],
    [9],
    [9, 0],
    ["savings accounts", "a simple budget", "index funds", "small business accounts", "fair loans"],
    ["Bank", "Savings", "Capital"],
  ),
  category(
    "Insurance",
    [0.05, 2.1, 25],
    [9, 8],
    [9, 6],
    ["home cover", "travel cover", "bicycle cover", "pet cover", "dental plans"],
    ["Insurance", "Mutual", "Cover"],
  ),
  category(
    "Education",
    [0.06, 1.1, 80],
    [10],
    [0, 8],
    ["evening classes", "Spanish in a month", "piano lessons", "statistics courses", "a writing week"],
    ["Academy", "School", "Institute"],
  ),
  category(
    "Streaming",
    [0.05, 0.8, 11],
    [11],
    [8],
    ["new series", "live concerts", "documentaries", "classic films", "audio stories"],
    ["Pictures", "Channel", "Stream"],
  ),
  category(
    "Software",
    [0.05, 1.4, 15],
    [2, 10],
    [7, 3],
    ["shared calendars", "backup for photos", "invoices made simple", "a safer inbox", "note taking"],
    ["Software", "Cloud", "Systems"],
  ),
  category(
    "Wine and beer",
    [0.02, 0.9, 40],
    [4],
    [2, 1],
    ["wine by the case", "small breweries", "a tasting box"],
    ["Cellars", "Brewing"],
    true,
  ),
  category(
    "Betting",
    [0.01, 1.8, 10],
    [7],
    [1, 9],
    ["match odds", "weekly draws", "fantasy leagues"],
    ["Play", "Odds"],
    true,
  ),
];

/** First halves of advertisers' names. */
export const NAME_STEMS = [
  "Alder",
  "Amber",
  "Ashby",
  "Birch",
  "Bluebell",
  "Bramble",
  "Brook",
  "Calder",
  "Cedar",
  "Cinder",
  "Clover",
  "Copper",
  "Cove",
  "Dapple",
  "Delta",
  "Ember",
  "Fable",
  "Fern",
  "Fjord",
  "Flint",
  "Foxglove",
  "Garnet",
  "Hadley",
  "Harbour",
  "Hazel",
  "Heron",
  "Indigo",
  "Juniper",
  "Kestrel",
  "Lark",
  "Linden",
  "Lumen",
  "Maple",
  "Marlow",
  "Meridian",
  "Nettle",
  "Nimbus",
  "Oakham",
  "Orchard",
  "Otter",
  "Pebble",
  "Quill",
  "Rowan",
  "Saffron",
  "Selby",
  "Thistle",
  "Tidal",
  "Umber",
  "Vesper",
  "Willow",
] as const;

/** Titles from short to long: how long one should be depends on the device (behaviour.ts). */
export const TITLE_TEMPLATES = [
  "{subject}",
  "Just {subject}",
  "{subject}, made well",
  "{subject} for {season}",
  "New: {subject} for {season}",
  "Find {subject} in minutes",
  "{subject} that people recommend",
  "Why everyone talks about {subject}",
  "{subject}: the {season} offer ends soon",
  "The honest way to choose {subject} this {season}",
  "We compared {subject}, so that you need not do it",
  "{subject} for people who have better things to do in {season}",
] as const;
export const SEASONS = ["spring", "summer", "autumn", "winter"] as const;
