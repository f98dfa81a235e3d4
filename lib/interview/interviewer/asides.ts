/**
 * Questions that no fact of any case answers: about the interview itself, small talk, textbook knowledge, the
 * company, tools. They compete with the facts, so that "which programming language" is not taken for a question
 * about the languages of the users.
 */
import type { Intent } from "./intents";

const ASIDES: Record<string, readonly string[]> = {
  interview: [
    "How am I doing?",
    "Is my answer correct?",
    "Can you give me a hint?",
    "What should I do now?",
    "Should I draw a diagram?",
    "May I take notes?",
    "How much time is left?",
    "Can you repeat the question?",
    "Could you say the problem again please?",
    "Do you want me to go deeper?",
    "Should I write code or pseudocode?",
    "How will I be graded?",
    "What is a good answer?",
    "Can we move on to the next part?",
    "Can I have a moment to think?",
    "Tell me the solution",
    "Will I pass?",
    "When do I hear back about the interview rounds?",
    "Do you agree with me?",
    "Does that make sense to you?",
  ],
  "small-talk": [
    "How are you today?",
    "What is your name?",
    "Where do you live?",
    "What is your favourite food, film, book or colour?",
    "Do you like music, sports or football?",
    "What is the weather like?",
    "Did you have a nice weekend?",
    "What time is it?",
    "Can I get a coffee or some water?",
    "Tell me a joke",
    "Do you have a dog?",
    "What did you eat for breakfast, lunch or dinner?",
    "Who won the game?",
    "Which do you prefer, cats or dogs?",
  ],
  textbook: [
    "What is the definition of this term?",
    "How does this algorithm work?",
    "What is the formula of this loss?",
    "What is the difference between these two methods?",
    "Can you explain the concept to me?",
    "How do I compute the gradient?",
    "What is the capital of a country?",
    "How tall is a mountain or a tower?",
    "Who invented it?",
    "How many bytes does an integer take?",
    "What is the complexity of sorting?",
    "What does the acronym stand for?",
    "Is a neural network better than a tree?",
  ],
  company: [
    "How much do you pay?",
    "What is the salary of an engineer?",
    "How many employees work at the company?",
    "Who is the chief executive officer or founder?",
    "When was the company founded?",
    "Where is the office or headquarters?",
    "What is the stock or share price?",
    "Which benefits and holidays do I get?",
    "Can I work remotely?",
    "What is the dress code?",
    "How is the marketing, sales or finance department organised?",
    "Who are the competitors and investors?",
    "What are the prices and refunds of a subscription plan?",
    "What does customer support do?",
  ],
  tools: [
    "Which programming language should I use?",
    "Python, Java or C++?",
    "Which cloud provider do we use, AWS, Azure or Google Cloud?",
    "Which database vendor do we use?",
    "Do we use Kubernetes, Docker, Spark or Kafka?",
    "Which deep learning framework, PyTorch or TensorFlow?",
    "Which operating system, editor or IDE?",
    "Tabs or spaces?",
    "What version control or CI do you use?",
    "Which font, logo or colour does the website use?",
    "Do we use microservices or a monolith?",
    "Which orchestration tool runs the jobs?",
  ],
};

const PREFIX = "aside/";

export const asideIntents = (): Intent[] =>
  Object.entries(ASIDES).map(([name, questions]) => ({
    id: `${PREFIX}${name}`,
    phrases: questions.map((text) => ({ text, share: 1 })),
  }));
