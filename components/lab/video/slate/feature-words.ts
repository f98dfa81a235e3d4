/** The ranker's features as a reader says them; a name that is plain already stays as it is. */
const WORDS: Readonly<Record<string, string>> = {
  position: "place on the screen",
  duration: "length of the video",
  age: "age of the video",
  "history size": "how much was watched before",
  "favourite topic": "the viewer’s favourite topic",
  "co-watch score": "how often it is watched with the history",
  "content similarity": "likeness to what was watched",
  "recent watches": "watches by everyone lately",
  "impression count": "how often it was shown",
  "topic share": "share of its topic in the history",
  "category share": "share of its category in the history",
  "watches of creator": "the viewer’s watches of the creator",
  "is subscribed": "follows the creator",
  "topic recency": "how lately the topic was watched",
  "duration gap": "distance from the viewer’s usual length",
  "watches so far": "the viewer’s watches so far",
};

export const featureWords = (name: string): string => WORDS[name] ?? name;
