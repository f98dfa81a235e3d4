/** What each topic is about in any case, so that a question outside the facts still has a topic. */
import type { Topic } from "@/lib/content/schemas/interviewer";

export const TOPIC_WORDS: Record<Topic, string> = {
  goal: "business goal, objective, success, metric, KPI, optimise for, revenue, monetisation, ads, engagement, retention, leadership, priority, purpose, strategy",
  scale:
    "scale, how many users, daily active users, requests per second, QPS, traffic, peak, catalogue size, number of items, volume, growth, storage, uploads per day",
  latency:
    "latency, response time, milliseconds, p99, SLA, real time, how fast, time limit, timeout, speed, slow",
  data: "data, logs, labels, feedback, events, signals, history, training data, annotation, impressions, clicks, tracking, dataset, survey, missing, quality of logs",
  users:
    "users, people, audience, demographics, new users, cold start, countries, languages, devices, accounts, kids, age, profiles, logged in, behaviour, premium subscribers",
  content:
    "content, videos, items, documents, products, ads creatives, length, duration, categories, metadata, titles, images, quality, moderation, spam, formats, genres",
  constraints:
    "constraints, budget, hardware, servers, GPU, team, engineers, timeline, deadline, legal rules, policy, filters, restrictions, existing system, baseline, experiments, infrastructure, cloud, framework, programming language, vendor",
  surface:
    "surface, screen, page, feed, home, slots, layout, interface, UI, notification, widget, position, autoplay, scroll, thumbnail, design of the page, email",
  freshness:
    "fresh, freshness, how soon, update frequency, stale, up to date, recent, refresh, retrain how often, new items appear, within minutes",
  privacy:
    "privacy, personal data, GDPR, consent, opt out, delete, anonymous, tracking across apps, third-party data, sensitive attributes, gender, location, security, encryption",
};
