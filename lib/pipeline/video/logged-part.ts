/**
 * The world as far as the log knows it: its first `loggedSize` videos. Models are trained on this part, so the same
 * seed gives the same weights whatever the size of the catalogue around it. The arrays are views, not copies.
 */
import { CONTENT_SIZE, STYLE_SIZE, type VideoWorld } from "@/lib/worlds/video/types";

export function loggedPart(world: VideoWorld): VideoWorld {
  const { catalogue, truth } = world;
  const size = catalogue.loggedSize;
  if (size === catalogue.size) return world;
  return {
    ...world,
    config: { ...world.config, items: size },
    catalogue: {
      ...catalogue,
      size,
      creators: catalogue.loggedCreators,
      topic: catalogue.topic.subarray(0, size),
      creator: catalogue.creator.subarray(0, size),
      language: catalogue.language.subarray(0, size),
      durationSeconds: catalogue.durationSeconds.subarray(0, size),
      uploadDay: catalogue.uploadDay.subarray(0, size),
      fingerprint: catalogue.fingerprint.subarray(0, size),
      policy: catalogue.policy.subarray(0, size),
      blockedRegions: catalogue.blockedRegions.subarray(0, size),
      content: catalogue.content.subarray(0, size * CONTENT_SIZE),
    },
    truth: {
      ...truth,
      quality: truth.quality.subarray(0, size),
      clickbait: truth.clickbait.subarray(0, size),
      itemStyle: truth.itemStyle.subarray(0, size * STYLE_SIZE),
    },
  };
}
