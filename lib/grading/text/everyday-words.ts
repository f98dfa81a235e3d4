/**
 * Words of everyday, school-science and programming English that stand for one another in short answers. Hand-made and
 * small on purpose: only pairs that a marker would accept in almost any sentence. The vocabulary of a machine learning
 * design interview is in content/lexicon.yaml; this list is for questions of any field.
 */
import { type ConceptIndex, compileConcepts } from "@/lib/grading/text/concepts";

/** One group a line, forms separated by commas; the first form names the group. */
const GROUPS = `
up, upward, upwards
down, downward, downwards
in, into, inside
out, outside, outward
on, switched on, turned on
off, switched off, turned off
before, prior to, in advance
after, afterwards, following
above, over, on top of
below, under, beneath, underneath
all, every, everything, each
none, nothing
both, the two, two
without, no longer has
big, large, huge, great, bigger, larger, greater, biggest, largest, greatest
small, little, tiny, smaller, smallest, littler
more, additional, extra
less, fewer, lower amount
increase, rise, go up, goes up, went up, going up, gets higher, get higher, gets bigger, get bigger, gets larger, grow, becomes larger, becomes greater, become greater
decrease, reduce, fall, drop, go down, goes down, went down, going down, gets lower, get lower, gets smaller, get smaller, shrink, lessen, becomes smaller, become smaller
fast, quick, rapid, faster, quicker, speedy
slow, slower, gradual
speed, velocity, how fast
hot, warm, hotter, warmer
cold, cool, colder, cooler
temperature, how hot, how warm
heat, thermal energy, warmth
same, equal, identical, alike, no difference, not different, no change, unchanged, does not change, did not change, stays constant, constant
different, differ, not the same, not equal, unequal, distinct
begin, start, commence
end, finish, stop, terminate
begins with, starts with
use, utilise, employ
make, create, produce, form, build, construct
get, obtain, receive, acquire, gain
give, provide, supply
show, demonstrate, indicate, display
tell, inform, say, state
find, locate, discover, detect
find out, determine, figure out, work out
need, require, must have, necessary, essential
help, assist, aid
keep, retain, maintain, preserve, hold on to
change, alter, modify, vary
move, travel, motion
push, force against
break, split, divide, separate
join, connect, attach, link, combine
mix, blend, stir together
contain, hold, include, consist of, made of, made up of, composed of
whole, entire, complete
part, piece, portion, section, component
part of, belongs to
way, method, approach, technique
reason, cause, because of
result, outcome, consequence
test, experiment, try out, trial
measure, measurement, how much
repeat, again and again, do it again, more than once, several times, many times, multiple times
look, observe, watch, see
think, believe, guess
shape, form
kind, type, sort
usually, normally, typically, generally
close, near, nearby, next to
far, distant, far away
hard, difficult, tough
easy, simple
easier, simpler
strong, powerful, stronger
weak, weaker
heavy, heavier, weigh more, weighs more
light weight, lighter, weigh less, weighs less
long, longer, lengthy
short, shorter
tall, high up
wet, damp, moist
dry, dried
empty, nothing in it, vacant
full, filled
baby, offspring, young ones
animal, creature
child, kid
people, human, person, persons
food, nutrients
eat, consume, feed on
live, survive, stay alive
die, dead, death, not survive, perish
grow, growth, develop
protect, defend, shelter, keep safe
attract, pull together, draw towards, stick to
repel, push away, push apart, pushes away
flow, travel through, pass through, go through, goes through, run through, runs through
electricity, electric current, current, electrical current
bulb, light bulb, lamp
battery, cell, dry cell
wire, cable, lead
circuit closed, complete circuit, closed circuit, closed path, complete path, no gap, no gaps
open circuit, gap in the circuit, broken circuit, incomplete circuit, broken path, not connected, gap, break in the circuit
dissolve, dissolved, dissolves, dissolving, go into solution, disappear in water
evaporate, evaporation, turn into vapour, turns into vapor, turn into a gas, turns into gas, becomes water vapor, dries up, dry up
condense, condensation
melt, turn to liquid, becomes liquid, turns into liquid
freeze, frozen, turn to ice, turns solid, becomes solid
sound, noise
pitch, high sound, low sound, how high or low
vibrate, vibration, shake back and forth, moves back and forth, move back and forth
rock, stone
soil, dirt, earth
erode, erosion, worn away, wear away, wears away, wash away, washed away, carried away
sunlight, light from the sun, sun light, solar
sun, solar
water vapour, water vapor, steam
amount, quantity, number of, how many
mass, weight, how heavy
volume, space it takes up, takes up space, takes up room
seed, seeds
root, roots
trait, characteristic, feature, property
inherit, passed down, passed on, get from their parents, gets from its parents
adapt, adaptation, adjust
environment, surroundings, habitat
energy source, source of energy
control, controlled variable, kept the same, keep the same
store, save, stored
value, content
function, method, procedure, subroutine, routine
argument, parameter
call, invoke
return, give back, gives back, send back
variable, identifier
pointer, address, memory address, memory location, location in memory
array, arrays
element, item, entry, node
first, front, head, beginning
last, end, back, rear, tail
top, uppermost
insert, add, put in, push, enqueue, append
delete, remove, take out, pop, dequeue, erase
size, length
fixed, static, cannot change, can not be changed, not change, predetermined, constant
dynamic, at run time, at runtime, during execution, grow and shrink, can grow
compile, compilation, compiled, compile time, compiler
run, execute, execution
loop, iterate, iteration, repetition
recursive, recursion, calls itself, call itself, calling itself
base case, stopping condition, stop condition, terminating condition, termination condition
error, bug, mistake, fault, wrong
correct, right, accurate
program, code, software
class, object type
object, instance
local, inside a function, within a function, in the function
global, outside any function, throughout the program, everywhere in the program, whole program, entire program
access, reach, refer to, referenced
public, accessible to all
private, hidden, only inside the class
efficient, faster running, less time
divide and conquer, divides the problem, split into halves, divide in half, splits in half, cut in half
sorted, ordered, in order, in sequence
parent, ancestor
child node, descendant, children
leaf, no children, without children
log n, logarithmic
o n 2, n squared, quadratic
prototype, simulation, model of the system
average, mean
spread, variability, dispersion, scatter
chance, probability, likelihood, odds
likely, probable
sample, subset of the population
`;

let compiled: ConceptIndex | null = null;

/** Everyday concepts, compiled once. */
export function everydayConcepts(): ConceptIndex {
  compiled ??= compileConcepts(
    GROUPS.trim()
      .split("\n")
      .map((line) => line.split(",").map((form) => form.trim()))
      .map((forms) => ({ id: `everyday/${forms[0]}`, forms })),
  );
  return compiled;
}
